package org.quanheng.lending.account;

import java.util.List;

/** The borrower's money at the lender: all that comes in goes into it, and whatever is paid is paid out of it. In cents. */
final class TextbookPurse {
    private final AllocationOrder allocation;
    private final TextbookBooks books;
    private long held;

    TextbookPurse(AllocationOrder allocation, TextbookBooks books) {
        this.allocation = allocation;
        this.books = books;
    }

    long held() {
        return held;
    }

    void put(long cents) {
        held += cents;
        books.hold(cents);
    }

    void spend(AllocationOrder.Part part, long cents) {
        put(-cents);
        books.pay(part, cents);
    }

    /** Pays what is due in the order agreed, as far as the money goes. */
    void pay(List<TextbookRow> rows) {
        if (allocation.scope() == AllocationOrder.Scope.INSTALMENT_BY_INSTALMENT) {
            for (TextbookRow row : rows) {
                allocation.parts().forEach(part -> spend(part, row.pay(part, held)));
            }
        } else {
            for (AllocationOrder.Part part : allocation.parts()) {
                rows.forEach(row -> spend(part, row.pay(part, held)));
            }
        }
    }
}
