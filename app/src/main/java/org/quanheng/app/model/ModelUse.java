package org.quanheng.app.model;

import java.util.List;
import java.util.Optional;

/** What the decisions above the registry say of a model; {@code decision} implements it. */
public interface ModelUse {
    /** The id of the model with which the platform decides now. */
    Optional<String> deciding();

    /** The newest first decisions that a model was part of, newest first, at most so many. */
    List<DecidedCase> decided(String modelId, int most);
}
