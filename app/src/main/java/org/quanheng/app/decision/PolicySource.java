package org.quanheng.app.decision;

import org.jspecify.annotations.Nullable;

/**
 * What a policy is made of.
 *
 * @param document the policy, JSON
 * @param eligibility its rules, DMN XML
 * @param modelId the registered model that it decides with
 * @param evidence what it asks and by whom it judges what an answer may change; null if it always asks everything
 */
public record PolicySource(
        String document,
        String eligibility,
        String modelId,
        @Nullable Evidence evidence) {

    /**
     * A plan of evidence and its people.
     *
     * @param document an {@link EvidenceDocument}, JSON
     * @param people people of whom everything is known, CSV with a column for each characteristic of the model
     */
    public record Evidence(String document, String people) {}
}
