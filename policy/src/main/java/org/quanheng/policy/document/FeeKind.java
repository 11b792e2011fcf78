package org.quanheng.policy.document;

import java.util.Locale;

/** What a fee is for: a closed list, so that every page and every language has a word for it. */
public enum FeeKind {
    /** For opening and keeping the loan [账户管理费]. */
    SERVICE,
    /** For somebody who vouches for the borrower [担保费]. */
    GUARANTEE,
    /** For insuring what is owed [保险费]. */
    INSURANCE,
    /** For the appraisal of what secures the loan [评估费]. */
    APPRAISAL;

    /** The name of the fee in the terms of a loan. */
    public String feeName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
