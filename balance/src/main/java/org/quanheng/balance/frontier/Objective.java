package org.quanheng.balance.frontier;

/** What a policy is judged by. */
public enum Objective {
    /** Expected credit loss per applicant; less is better. */
    LOSS,
    /** Customer minutes per applicant; less is better. */
    EFFORT,
    /** Share of applicants who are approved and good; more is better. */
    GOODS,
    /** Expected profit per applicant; more is better. */
    PROFIT,
    /** Staff minutes per applicant; less is better. */
    STAFF
}
