package org.quanheng.experience;

/**
 * One step of a journey in one of its versions.
 *
 * @param id name of the step, not blank
 * @param version version of the step, 1 or more: a changed page is a new version, so that measures never mix the two
 */
public record Step(String id, int version) implements Comparable<Step> {
    public Step {
        if (id.isBlank() || version < 1) {
            throw new IllegalArgumentException(
                    "step: expected a name and a version of 1 or more, got id '" + id + "' and version " + version);
        }
    }

    @Override
    public int compareTo(Step other) {
        int byId = id.compareTo(other.id);
        return byId != 0 ? byId : Integer.compare(version, other.version);
    }
}
