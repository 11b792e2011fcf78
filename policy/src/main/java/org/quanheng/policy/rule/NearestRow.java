package org.quanheng.policy.rule;

/**
 * The row that came nearest to applying, and the first of its conditions that did not hold.
 *
 * @param table name of the decision table
 * @param row id of the row
 * @param failing first condition that did not hold
 */
public record NearestRow(String table, String row, Condition failing) {}
