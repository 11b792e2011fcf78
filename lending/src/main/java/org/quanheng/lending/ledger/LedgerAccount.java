package org.quanheng.lending.ledger;

/** The accounts of a lender's books that a loan touches; a debit is positive, a credit negative. */
public enum LedgerAccount {
    /** Money at the bank: what goes out to borrowers and comes in from them. */
    CASH,
    /** What borrowers owe of the amounts lent. */
    PRINCIPAL_RECEIVABLE,
    /** Interest earned and not yet paid. */
    INTEREST_RECEIVABLE,
    /** Interest earned. */
    INTEREST_INCOME,
    /** Fees charged and not yet paid. */
    FEE_RECEIVABLE,
    /** Fees of the loan that the lender receives. */
    FEE_INCOME,
    /** Fees of the loan that others receive: owed to them from the day on which they are charged, paid or not. */
    FEE_PAYABLE,
    /** Penalty interest charged and not yet paid. */
    PENALTY_RECEIVABLE,
    /** Penalty interest earned. */
    PENALTY_INCOME,
    /** What borrowers paid before it was due: theirs, until it pays what falls due or goes back. */
    HELD_FOR_BORROWERS,
    /** What a partner lent of the loan through us: we owe it as the borrower repays. */
    PARTNER_FUNDING,
    /** What borrowers paid that belongs to partners and was not yet passed on. */
    PARTNER_PAYABLE,
    /** Loans given up as lost. */
    WRITE_OFF_EXPENSE,
    /** What came in on loans that were given up. */
    RECOVERY_INCOME
}
