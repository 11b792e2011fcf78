package org.quanheng.lending.schedule;

/** How much of an instalment repays the loan. */
@FunctionalInterface
interface PrincipalRule {
    /**
     * The principal of an instalment that is not the last.
     *
     * @param index from 0, within the periods
     * @param opening what was owed at the beginning of the period, the draw-downs of that day included
     * @param closing what is owed at its end, before the instalment
     * @param interest of the period as charged
     * @return any amount; the caller keeps it between zero and the balance
     */
    long principal(int index, long opening, long closing, long interest);
}
