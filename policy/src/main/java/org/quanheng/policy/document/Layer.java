package org.quanheng.policy.document;

/** The four layers of an assessment, shown apart [多层次评估框架]. */
public enum Layer {
    /** Ability to repay [还款能力]. */
    ABILITY_TO_REPAY,
    /** Credit history [信用记录]. */
    CREDIT_HISTORY,
    /** Finances [财务状况]. */
    FINANCES,
    /** Outlook of the industry [行业前景]. */
    INDUSTRY
}
