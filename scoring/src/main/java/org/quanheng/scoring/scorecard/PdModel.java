package org.quanheng.scoring.scorecard;

import java.util.List;
import org.quanheng.scoring.table.Table;

/** A model that gives every case a PD and holds how it came to be. */
public interface PdModel {
    /** Names of the facts that the model asks for. */
    List<String> facts();

    /**
     * PD of every row of a table.
     *
     * @throws org.quanheng.fault.FaultyInputException when a column lacks or is of the wrong kind
     */
    double[] pds(Table table);

    /** Score of every row, higher where the risk is lower; errors as {@link #pds(Table)}. */
    double[] scores(Table table);

    /** How the model came to be. */
    Development development();

    /** The model as JSON, always the same text for the same model. */
    String toJson();
}
