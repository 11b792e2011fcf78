package org.quanheng.lending.ledger;

import org.quanheng.lending.Money;

/**
 * One line of a ledger entry.
 *
 * @param account where it is posted
 * @param amount positive for a debit, negative for a credit
 */
public record Posting(LedgerAccount account, Money amount) {}
