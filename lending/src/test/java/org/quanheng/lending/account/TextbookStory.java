package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What happened to a loan of the textbook on which day, so that its life can be told again to one who knows of a payment. */
final class TextbookStory {
    private final TextbookTerms terms;
    private final List<Act> acts = new ArrayList<>();
    private final Set<LocalDate> payments = new TreeSet<>();
    private TextbookAccount book;

    private record Act(LocalDate day, Consumer<TextbookAccount> deed) {}

    TextbookStory(TextbookTerms terms) {
        this.terms = terms;
        this.book = new TextbookAccount(terms, payments);
    }

    /** The loan as it stands. */
    TextbookAccount book() {
        return book;
    }

    void happens(Consumer<TextbookAccount> deed) {
        acts.add(new Act(book.today, deed));
        deed.accept(book);
    }

    void pays(long cents, Excess excess) {
        book = ifPaidToday();
        payments.add(book.today);
        happens(paid -> paid.pay(cents, excess));
    }

    /** The loan as it stands on a day on which a payment comes: the life lived again, where that makes a difference. */
    TextbookAccount ifPaidToday() {
        if (!terms.lateBearsUpToPayment() || payments.contains(book.today)) {
            return book;
        }
        Set<LocalDate> withToday = new TreeSet<>(payments);
        withToday.add(book.today);
        TextbookAccount again = new TextbookAccount(terms, withToday);
        for (Act act : acts) {
            again.liveUntil(act.day());
            act.deed().accept(again);
        }
        again.liveUntil(book.today);
        return again;
    }

    /** The booklet: the lines of the past, and those to come if what is due is paid today and all else goes as agreed. */
    List<String> booklet() {
        return (book.dueNow() > 0 ? ifPaidToday() : book).booklet();
    }
}
