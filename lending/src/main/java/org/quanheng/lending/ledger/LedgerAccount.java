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
    INTEREST_INCOME
}
