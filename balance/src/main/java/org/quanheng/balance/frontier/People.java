package org.quanheng.balance.frontier;

/** Applicants with their PD after each stage; read once, in any order and by several threads. */
public interface People {
    /** How many there are. */
    long count();

    /** PD of an applicant, counted from 0, once a stage, counted from 0, has been asked. */
    double pd(long person, int stage);

    /** Probability that the applicant is bad: the outcome, 0 or 1, or the PD with everything known. */
    double bad(long person);
}
