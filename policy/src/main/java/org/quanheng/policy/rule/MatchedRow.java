package org.quanheng.policy.rule;

import java.util.List;

/**
 * A row that applies: all its conditions hold.
 *
 * @param table name of the decision table
 * @param row id of the row
 * @param effect what it does
 * @param reason code of the reason given
 * @param conditions its conditions, with the values that fulfilled them
 */
public record MatchedRow(String table, String row, Effect effect, String reason, List<Condition> conditions) {}
