package org.quanheng.app.loan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.access.Role;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.Fault;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.customer.Customers;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.LoanChange;
import org.quanheng.app.loan.LoanRequest;
import org.quanheng.app.loan.LoanRequests;
import org.quanheng.app.loan.Loans;
import org.quanheng.app.loan.Payment;
import org.quanheng.app.loan.Refund;
import org.quanheng.app.loan.Servicing;
import org.quanheng.app.page.Page;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.ArrearsBucket;
import org.quanheng.lending.account.Effect;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanAccount;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.account.LoanState;
import org.quanheng.lending.account.Observation;
import org.quanheng.lending.account.RiskTier;
import org.springframework.stereotype.Component;

/** Fills what the staff see of loans. */
@Component
class ServicingViews {
    private static final int ROWS = 50;
    private static final String RUNNING = "running";
    private static final String OVERDUE = "overdue";
    static final String REQUESTS = "requests";
    static final String REFUNDS = "refunds";
    static final String WRITTEN_OFF = "written_off";
    private static final List<String> SCOPES = List.of(RUNNING, OVERDUE, REQUESTS, REFUNDS, WRITTEN_OFF);

    private static final String UNDO = "undo";

    /** Stands where a name is not known. */
    static final String NOBODY = "–";

    private final Loans loans;
    private final LoanRequests requests;
    private final Servicing servicing;
    private final LoanViews loanViews;
    private final LoanChangeViews changes;
    private final Customers customers;
    private final Accounts accounts;
    private final Ids ids;

    ServicingViews(
            Loans loans,
            LoanRequests requests,
            Servicing servicing,
            LoanViews loanViews,
            LoanChangeViews changes,
            Customers customers,
            Accounts accounts,
            Ids ids) {
        this.loans = loans;
        this.requests = requests;
        this.servicing = servicing;
        this.loanViews = loanViews;
        this.changes = changes;
        this.customers = customers;
        this.accounts = accounts;
        this.ids = ids;
    }

    /** A page of the list: loans behind, all that run, or what is asked for. */
    ServicingListView list(String scope, @Nullable UUID after) {
        LocalDate today = servicing.today();
        List<Loans.WaitingSince> waiting = loans.waitingSince();
        String shown = shown(scope);
        List<LoanRequest> open = shown.equals(REQUESTS) ? requests.waiting(ROWS) : List.of();
        Loans.Listed part = shown.equals(REQUESTS) ? loans.ofRequests(open) : part(shown, today, after, ROWS);
        Map<UUID, Map<String, String>> borrowers = customers.personal(
                part.loans().stream().map(loan -> loan.contract().customerId()).toList());
        List<ServicingListView.Broken> broken = new ArrayList<>();
        part.broken().forEach(each -> broken.add(broken(each.id(), each.number())));
        boolean waits = shown.equals(RUNNING) || shown.equals(OVERDUE);
        List<ServicingListView.Row> rows = waits ? rows(part.loans(), borrowers, broken, today) : List.of();
        return new ServicingListView(
                shown,
                today,
                waiting.isEmpty() ? "" : waiting.getFirst().principal().currencyCode(),
                scopes(waiting, today),
                buckets(waiting, today),
                rows,
                asked(open, part.loans(), borrowers),
                waits ? List.of() : offPlan(shown, part.loans(), borrowers, today),
                broken,
                part.next() == null ? null : "/servicing?scope=" + shown + "&after=" + part.next());
    }

    /** The list that is shown: the one asked for if there is such a one. */
    static String shown(String scope) {
        return SCOPES.contains(scope) ? scope : RUNNING;
    }

    /** A part of a list of loans, which is not that of requests. */
    Loans.Listed part(String shown, LocalDate today, @Nullable UUID after, int most) {
        return switch (shown) {
            case REFUNDS -> loans.toBeReturned(after, most);
            case WRITTEN_OFF -> loans.writtenOff(after, most);
            case OVERDUE -> loans.byDaysPastDue(today, after, most);
            default -> loans.byDaysPastDue(LocalDate.of(9999, 12, 31), after, most);
        };
    }

    private List<ServicingListView.Scope> scopes(List<Loans.WaitingSince> waiting, LocalDate today) {
        long overdue = waiting.stream()
                .filter(since -> since.firstUnpaidDue().isBefore(today))
                .mapToLong(Loans.WaitingSince::loans)
                .sum();
        long running = waiting.stream().mapToLong(Loans.WaitingSince::loans).sum();
        return List.of(
                new ServicingListView.Scope(RUNNING, running),
                new ServicingListView.Scope(OVERDUE, overdue),
                new ServicingListView.Scope(REQUESTS, requests.waitingCount()),
                new ServicingListView.Scope(REFUNDS, loans.toBeReturnedCount()),
                new ServicingListView.Scope(WRITTEN_OFF, loans.writtenOffCount()));
    }

    private static List<ServicingListView.Bucket> buckets(List<Loans.WaitingSince> waiting, LocalDate today) {
        Map<ArrearsBucket, Integer> counts = new EnumMap<>(ArrearsBucket.class);
        Map<ArrearsBucket, BigDecimal> principal = new EnumMap<>(ArrearsBucket.class);
        for (Loans.WaitingSince since : waiting) {
            long days = Math.max(0, today.toEpochDay() - since.firstUnpaidDue().toEpochDay());
            ArrearsBucket bucket = ArrearsBucket.of(Math.toIntExact(days));
            counts.merge(bucket, since.loans(), Integer::sum);
            principal.merge(bucket, since.principal().amount(), BigDecimal::add);
        }
        List<ServicingListView.Bucket> buckets = new ArrayList<>();
        for (ArrearsBucket bucket : ArrearsBucket.values()) {
            buckets.add(new ServicingListView.Bucket(
                    LoanInputs.code(bucket),
                    counts.getOrDefault(bucket, 0),
                    principal.getOrDefault(bucket, BigDecimal.ZERO)));
        }
        return buckets;
    }

    private static ServicingListView.Broken broken(UUID id, long number) {
        return new ServicingListView.Broken(id.toString(), Long.toString(number));
    }

    private static List<ServicingListView.Row> rows(
            List<Loan> loans,
            Map<UUID, Map<String, String>> borrowers,
            List<ServicingListView.Broken> broken,
            LocalDate today) {
        List<ServicingListView.Row> rows = new ArrayList<>();
        for (Loan loan : loans) {
            LocalDate since = loan.firstUnpaidDue(today);
            if (since == null) {
                // It stands in a list of loans that wait for payment, and its events say that it does not.
                broken.add(broken(loan.id(), loan.number()));
            } else {
                rows.add(row(loan, name(loan, borrowers), since, today));
            }
        }
        return rows;
    }

    static ServicingListView.Row row(Loan loan, String borrower, LocalDate since, LocalDate today) {
        LoanState state = loan.account().state(today);
        return new ServicingListView.Row(
                loan.id().toString(),
                Long.toString(loan.number()),
                borrower,
                state.principal().amount(),
                state.due().amount(),
                state.daysPastDue(),
                LoanInputs.code(state.bucket()),
                LoanInputs.code(loan.account().tier(today, RiskTier.CHINA_2023)),
                since);
    }

    /** Loans off the plan, with what is held for their borrowers or still owed by them; none where requests are listed. */
    private static List<ServicingListView.ToReturn> offPlan(
            String shown, List<Loan> loans, Map<UUID, Map<String, String>> borrowers, LocalDate today) {
        if (shown.equals(REQUESTS)) {
            return List.of();
        }
        return loans.stream()
                .map(loan -> new ServicingListView.ToReturn(
                        loan.id().toString(),
                        Long.toString(loan.number()),
                        name(loan, borrowers),
                        loan.contract().principal().currencyCode(),
                        amountOffPlan(shown, loan.account().state(today)).amount()))
                .toList();
    }

    static Money amountOffPlan(String shown, LoanState state) {
        return shown.equals(REFUNDS) ? state.held() : state.lost();
    }

    static String name(Loan loan, Map<UUID, Map<String, String>> borrowers) {
        return borrowers.getOrDefault(loan.contract().customerId(), Map.of()).getOrDefault("full_name", NOBODY);
    }

    List<ServicingListView.Asked> asked(
            List<LoanRequest> open, List<Loan> about, Map<UUID, Map<String, String>> borrowers) {
        List<ServicingListView.Asked> asked = new ArrayList<>();
        for (LoanRequest request : open) {
            about.stream()
                    .filter(loan -> loan.id().equals(request.loanId()))
                    .findFirst()
                    .ifPresent(loan -> asked.add(new ServicingListView.Asked(
                            loan.id().toString(),
                            Long.toString(loan.number()),
                            name(loan, borrowers),
                            loan.contract().principal().currencyCode(),
                            LoanInputs.code(loan.contract().method()),
                            loanViews.request(request, loan),
                            request.askedAt())));
        }
        return asked;
    }

    /** One loan, with the payment that is being typed and what the open requests would do. */
    ServicingView of(Loan loan, Map<String, String> typed, List<Fault> refused, StaffMember member, Page page) {
        LocalDate today = servicing.today();
        LoanState state = loan.account().state(today);
        List<Fault> faults = new ArrayList<>(refused);
        List<LoanRequest> asked = requests.of(loan.id());
        boolean approves = member.role() == Role.HEAD_OF_LENDING;
        return new ServicingView(
                loanViews.of(loan),
                name(loan, customers.personal(List.of(loan.contract().customerId()))),
                loan.version(),
                standing(loan.account(), state),
                ServicingEvents.of(loan, page, member, accounts),
                member.role() == Role.OFFICER,
                approves,
                payment(loan, state, typed, asked, faults),
                refund(loan, state, RefundInput.typed(typed), faults),
                open(loan, typed, asked, faults, member),
                writeOff(loan, typed, asked, faults),
                approves ? undo(loan, typed, faults) : null,
                LoanInputs.errors(faults, page, "loan.field."),
                ids.nextKey());
    }

    private static ServicingView.Standing standing(LoanAccount account, LoanState state) {
        Observation observation = account.observation(state.asOf(), RiskTier.CHINA_2023);
        return new ServicingView.Standing(
                state.duePrincipal().amount(),
                state.dueInterest().amount(),
                state.dueFees().amount(),
                state.duePenalty().amount(),
                state.accruedInterest().amount(),
                state.oldestDue(),
                LoanInputs.code(state.bucket()),
                LoanInputs.code(account.tier(state.asOf(), RiskTier.CHINA_2023)),
                observation == null ? null : observation.until());
    }

    private ServicingView.PaymentForm payment(
            Loan loan, LoanState state, Map<String, String> typed, List<LoanRequest> asked, List<Fault> faults) {
        Map<String, String> shown = new LinkedHashMap<>(typed);
        boolean previews = typed.containsKey(LoanInputs.AMOUNT);
        if (!previews) {
            propose(loan, state, asked, shown);
        }
        Payment payment = null;
        Effect effect = null;
        if (previews) {
            LoanInputs inputs = new LoanInputs(shown);
            payment = PaymentInput.read(inputs, loan, state.asOf());
            if (faults.isEmpty()) {
                faults.addAll(inputs.faults());
            }
            effect = payment == null ? null : changes.effect(loan, payment.event(loan.account()), faults);
        }
        boolean recovers = payment != null && loan.account().isWrittenOff(payment.receivedOn());
        return new ServicingView.PaymentForm(
                shown.getOrDefault(LoanInputs.AMOUNT, ""),
                shown.getOrDefault(LoanInputs.ON, ""),
                shown.getOrDefault(LoanInputs.REFERENCE, ""),
                shown.getOrDefault(PaymentInput.EXCESS, ""),
                PaymentInput.ways(loan).stream().map(LoanInputs::code).toList(),
                recovers || effect == null || payment == null
                        ? null
                        : PlanChanges.of(payment.receivedOn(), loan.account(), Map.of("payment", effect)),
                recovers || effect == null || payment == null ? null : PaymentParts.of(payment, effect),
                recovers && effect != null && payment != null ? recovery(effect, payment.receivedOn()) : null);
    }

    private static ServicingView.Recovery recovery(Effect effect, LocalDate on) {
        return new ServicingView.Recovery(
                effect.before().state(on).lost().amount(),
                effect.after().state(on).lost().amount());
    }

    /** The return of what is held, all of it unless something else is typed; null if nothing is. */
    private ServicingView.@Nullable RefundForm refund(
            Loan loan, LoanState state, Map<String, String> typed, List<Fault> faults) {
        if (!state.held().isPositive()) {
            return null;
        }
        Map<String, String> shown = new LinkedHashMap<>(typed);
        Refund refund = null;
        Effect effect = null;
        if (typed.isEmpty()) {
            shown.put(LoanInputs.AMOUNT, state.held().amount().toPlainString());
            shown.put(LoanInputs.ON, state.asOf().toString());
        } else {
            LoanInputs inputs = new LoanInputs(shown);
            refund = RefundInput.read(inputs, loan, state.asOf());
            List<Fault> found = new ArrayList<>(inputs.faults());
            effect = refund == null ? null : changes.effect(loan, refund.event(loan.nextEventId()), found);
            if (faults.isEmpty()) {
                faults.addAll(RefundInput.onPage(found));
            }
        }
        return new ServicingView.RefundForm(
                shown.getOrDefault(LoanInputs.AMOUNT, ""),
                shown.getOrDefault(LoanInputs.ON, ""),
                shown.getOrDefault(LoanInputs.REFERENCE, ""),
                effect == null || refund == null ? null : held(effect.before(), refund),
                effect == null || refund == null ? null : held(effect.after(), refund));
    }

    private static BigDecimal held(LoanAccount account, Refund refund) {
        return account.state(refund.paidOn()).held().amount();
    }

    /** What most likely came in: the early repayment that was announced, what is due, or the next instalment. */
    private static void propose(Loan loan, LoanState state, List<LoanRequest> asked, Map<String, String> shown) {
        LoanChange.EarlyRepayment early = asked.stream()
                .filter(LoanRequest::isOpen)
                .map(LoanRequest::change)
                .filter(LoanChange.EarlyRepayment.class::isInstance)
                .map(LoanChange.EarlyRepayment.class::cast)
                .findFirst()
                .orElse(null);
        if (state.status() == LoanState.Status.WRITTEN_OFF) {
            shown.put(
                    LoanInputs.AMOUNT,
                    state.lost().isPositive() ? state.lost().amount().toPlainString() : "");
            shown.put(LoanInputs.ON, state.asOf().toString());
            return;
        }
        Money usual = state.due().isPositive() ? state.due() : loan.nextInstalment(state.asOf());
        Money amount = early == null ? usual : early.amount(loan);
        Excess excess = early == null ? ordinary(loan, state) : early.excess();
        shown.put(LoanInputs.AMOUNT, amount.isPositive() ? amount.amount().toPlainString() : "");
        shown.put(LoanInputs.ON, state.asOf().toString());
        shown.put(PaymentInput.EXCESS, LoanInputs.code(excess));
    }

    /** Where the excess of an ordinary payment goes: where the contract says, unless everything is paid back. */
    private static Excess ordinary(Loan loan, LoanState state) {
        return state.status() == LoanState.Status.CLOSED
                ? Excess.HELD
                : loan.contract().excess();
    }

    private List<ServicingView.Open> open(
            Loan loan, Map<String, String> typed, List<LoanRequest> asked, List<Fault> faults, StaffMember member) {
        return asked.stream()
                .filter(LoanRequest::isOpen)
                .sorted(Comparator.comparing(LoanRequest::kind))
                .map(request -> open(loan, typed, request, faults, member))
                .toList();
    }

    private ServicingView.Open open(
            Loan loan, Map<String, String> typed, LoanRequest request, List<Fault> faults, StaffMember member) {
        boolean takesTwo = request.kind().takesTwo();
        ServicingView.Terms terms = terms(request, typed);
        LoanChange change = terms == null ? request.change() : inTerms(loan, request.change(), terms, faults);
        return new ServicingView.Open(
                loanViews.request(request, loan),
                takesTwo,
                terms,
                takesTwo && change != null && request.kind().isOfBorrower() ? effect(loan, change, faults) : null,
                request.kind() == LoanChange.Kind.WRITE_OFF ? loss(loan, faults) : null,
                member.id().equals(request.proposedBy()),
                request.kind().refusals().stream().map(LoanInputs::code).toList());
    }

    /** What giving the loan up would do, or null after noting why it cannot be. */
    private ServicingView.@Nullable Loss loss(Loan loan, List<Fault> faults) {
        LocalDate today = servicing.today();
        Effect effect = changes.effect(loan, new LoanEvent.WrittenOff(loan.nextEventId(), today), faults);
        if (effect == null) {
            return null;
        }
        LoanState before = effect.before().state(today);
        return new ServicingView.Loss(
                before.principal().amount(),
                before.dueInterest().plus(before.accruedInterest()).amount(),
                before.dueFees().plus(before.duePenalty()).amount(),
                before.held().amount(),
                effect.after().state(today).lost().amount());
    }

    /** The write-off that an officer may put forward: what it would do if that was asked; null if there is none to be. */
    private ServicingView.@Nullable WriteOff writeOff(
            Loan loan, Map<String, String> typed, List<LoanRequest> asked, List<Fault> faults) {
        boolean waits =
                asked.stream().anyMatch(request -> request.isOpen() && request.kind() == LoanChange.Kind.WRITE_OFF);
        boolean owes = loan.account().state(servicing.today()).payoff().isPositive();
        boolean looks = typed.containsKey("write_off");
        return waits || !owes
                ? null
                : new ServicingView.WriteOff(
                        looks ? loss(loan, faults) : null,
                        LoanInputs.codes(LoanChange.Ground.values()),
                        typed.getOrDefault(LoanChangeInput.GROUND, ""));
    }

    /** What undoing the event would do that was asked about; null if none was, or after noting why it cannot be. */
    private ServicingView.@Nullable Undo undo(Loan loan, Map<String, String> typed, List<Fault> faults) {
        if (!typed.containsKey(UNDO)) {
            return null;
        }
        LoanInputs inputs = new LoanInputs(typed);
        Integer number = inputs.whole(UNDO, 2, Math.max(2, loan.version()));
        faults.addAll(inputs.faults());
        if (number == null) {
            return null;
        }
        Effect effect = changes.effect(loan, servicing.undoing(loan, number), faults);
        LocalDate today = servicing.today();
        return effect == null
                ? null
                : new ServicingView.Undo(
                        number,
                        effect.before().state(today),
                        effect.after().state(today),
                        PlanChanges.of(today, loan.account(), Map.of(UNDO, effect)));
    }

    private @Nullable PlanChange effect(Loan loan, LoanChange change, List<Fault> faults) {
        LoanEvent event = change.event(loan, servicing.today());
        return changes.change(loan, Map.of(LoanInputs.code(change.kind()), event), faults);
    }

    /** The terms of a restructuring that nobody has put forward yet: as typed, or as they would fit what can be paid. */
    private static ServicingView.@Nullable Terms terms(LoanRequest request, Map<String, String> typed) {
        boolean sets = request.state() == LoanRequest.State.ASKED;
        return sets && request.change() instanceof LoanChange.Restructuring wish
                ? new ServicingView.Terms(
                        typed.getOrDefault(LoanChangeInput.INSTALMENTS, Integer.toString(wish.instalments())),
                        typed.getOrDefault(LoanChangeInput.RATE, ""))
                : null;
    }

    private @Nullable LoanChange inTerms(Loan loan, LoanChange asked, ServicingView.Terms terms, List<Fault> faults) {
        LoanInputs inputs = new LoanInputs(
                Map.of(LoanChangeInput.INSTALMENTS, terms.instalments(), LoanChangeInput.RATE, terms.rate()));
        LoanChange change = LoanChangeInput.terms(asked, inputs, loan, servicing.today());
        if (faults.isEmpty()) {
            faults.addAll(inputs.faults());
        }
        return change;
    }
}
