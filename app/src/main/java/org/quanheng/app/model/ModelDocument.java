package org.quanheng.app.model;

import org.quanheng.scoring.boosted.Boosted;
import org.quanheng.scoring.scorecard.Development;
import org.quanheng.scoring.scorecard.DevelopmentJson;
import org.quanheng.scoring.scorecard.PdModel;
import org.quanheng.scoring.scorecard.Scorecard;
import tools.jackson.databind.json.JsonMapper;

/** What a training left behind, as text: a scorecard or boosted trees. */
public final class ModelDocument {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BOOSTED = "quanheng-boosted";

    private ModelDocument() {}

    /** The model that a document holds. */
    public static PdModel read(String document) {
        return JSON.readTree(document).path("form").asString("").startsWith(BOOSTED)
                ? Boosted.fromJson(document)
                : Scorecard.fromJson(document);
    }

    /** Only how the model came to be, for a list of many. */
    public static Development development(String document) {
        return DevelopmentJson.read(JSON.readTree(document).required("development"));
    }
}
