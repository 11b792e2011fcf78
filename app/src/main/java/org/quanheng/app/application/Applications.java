package org.quanheng.app.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.ApplicationOwners;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Fault;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.audit.Acts;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.customer.Customers;
import org.quanheng.app.decision.Decisions;
import org.quanheng.app.journey.JourneyEvents;
import org.quanheng.app.product.AnswerCheck;
import org.quanheng.app.product.Product;
import org.quanheng.app.product.Products;
import org.quanheng.app.product.Question;
import org.quanheng.app.product.Step;
import org.quanheng.experience.Actor;
import org.quanheng.experience.Court;
import org.quanheng.experience.Detail;
import org.quanheng.experience.JourneyEventType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Applications while they are filled in: begun, saved at each step, resumed. */
@Component
public class Applications implements ApplicationOwners {
    private final ApplicationRows rows;
    private final Products products;
    private final Customers customers;
    private final Submission submission;
    private final Acts acts;
    private final AuditRecords audit;
    private final JourneyEvents journey;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId zone;

    Applications(
            ApplicationRows rows,
            Products products,
            Customers customers,
            Submission submission,
            Acts acts,
            AuditRecords audit,
            JourneyEvents journey,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock,
            @Value("${quanheng.zone}") ZoneId zone) {
        this.rows = rows;
        this.products = products;
        this.customers = customers;
        this.submission = submission;
        this.acts = acts;
        this.audit = audit;
        this.journey = journey;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Begins an application with what the calculator already asked.
     *
     * @param customerId the customer who asks, or null for somebody new
     * @param first the answers to the request's questions, already checked
     * @return the application's id; the same for the same key
     */
    public UUID begin(ActKey key, @Nullable UUID customerId, Product product, Map<String, String> first, Visit visit) {
        UUID id = ids.next();
        return acts.once(key, id, () -> {
            Instant now = clock.instant();
            UUID customer = customerId == null ? ids.next() : customerId;
            if (customerId == null) {
                customers.open(customer, Map.of());
            }
            Map<String, Application.Answered> answers = new LinkedHashMap<>();
            first.forEach((fact, value) -> answers.put(fact, new Application.Answered(value, now)));
            Application application = Application.draft(
                    id, customer, product, visit, answers, product.steps().getFirst(), now);
            rows.insert(application);
            journey.append(new JourneyLog(application, visit, ids, clock)
                    .add(JourneyEventType.APPLICATION_STARTED, Actor.CUSTOMER, Court.CUSTOMER, Map.of())
                    .events());
            audit.write(
                    "customer:" + customer, "application.begin", "application:" + id, Map.of("product", product.id()));
        });
    }

    /** The application if it is this customer's; otherwise as if there were none. */
    public Application ofCustomer(UUID customerId, UUID id) {
        return rows.find(id)
                .filter(application -> application.customerId().equals(customerId))
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such application"));
    }

    /** The application with this id, whoever made it. */
    public Optional<Application> find(UUID id) {
        return rows.find(id);
    }

    /** All applications of a customer, the newest first. */
    public List<Application> ofCustomer(UUID customerId) {
        return rows.ofCustomer(customerId);
    }

    /** The application with this number, for somebody who has its code. */
    public Optional<Application> byNumber(long number) {
        return rows.findByNumber(number);
    }

    @Override
    public Optional<UUID> ownerOf(UUID applicationId) {
        return rows.find(applicationId).map(Application::customerId);
    }

    /** The product of an application, as it was when the application was begun. */
    public Product productOf(Application application) {
        return products.version(application.productId(), application.productVersion());
    }

    public Plan planOf(Application application) {
        return Plan.of(productOf(application), application.values(), customers.personal(application.customerId()));
    }

    /** Writes that a step was shown, with the questions on it. */
    public void shown(Application application, Step step, Map<String, String> prefilled, Visit visit) {
        JourneyLog log = new JourneyLog(application, visit, ids, clock)
                .add(JourneyEventType.STEP_SHOWN, Actor.CUSTOMER, Court.CUSTOMER, step, Map.of());
        for (Question question : step.questions()) {
            log.add(
                    JourneyEventType.QUESTION_SHOWN,
                    Actor.CUSTOMER,
                    Court.CUSTOMER,
                    step,
                    Map.of(
                            Detail.QUESTION, question.fact(),
                            Detail.PREFILLED, Boolean.toString(prefilled.containsKey(question.fact()))));
        }
        transaction.executeWithoutResult(_ -> journey.append(log.events()));
    }

    /**
     * Saves the answers of one step, and decides when nothing is left to ask.
     *
     * @param typed the answers as typed, by fact
     * @return what is wrong with the answers; empty if they are saved, now or before with the same key
     */
    public List<Fault> save(ActKey key, Application application, Step step, Map<String, String> typed, Visit visit) {
        AnswerCheck check = AnswerCheck.of(step.questions(), typed, LocalDate.now(clock.withZone(zone)));
        if (!check.faults().isEmpty()) {
            noteFaults(application, step, check.faults(), visit);
            return check.faults();
        }
        acts.once(key, application.id(), () -> {
            if (application.state() != Application.State.DRAFT) {
                throw new Refusal(ErrorCode.NOT_NOW, "expected an application that is being filled in, it is decided");
            }
            Application answered = answered(application, step.questions(), check.values());
            journey.append(answersGiven(answered, step, visit).events());
            audit.write(
                    "customer:" + application.customerId(),
                    "application.save",
                    "application:" + application.id(),
                    Map.of("step", step.id()));
            Optional<Step> next = planOf(answered).next();
            if (next.isPresent()) {
                rows.update(answered.at(next.get().id()));
            } else {
                Submission.Decided decided =
                        submission.decide(answered, productOf(answered), customers.personal(application.customerId()));
                rows.update(decided.application());
                submission.keep(decided, visit);
            }
        });
        return List.of();
    }

    private Application answered(Application application, List<Question> questions, Map<String, String> values) {
        Instant now = clock.instant();
        Map<String, Application.Answered> answers = new LinkedHashMap<>(application.answers());
        Map<String, String> personal = new LinkedHashMap<>();
        for (Question question : questions) {
            String value = String.valueOf(values.get(question.fact()));
            if (question.personal()) {
                personal.put(question.fact(), value);
            } else {
                answers.put(question.fact(), new Application.Answered(value, now));
            }
        }
        customers.learn(application.customerId(), personal);
        return application.with(answers);
    }

    private JourneyLog answersGiven(Application application, Step step, Visit visit) {
        JourneyLog log = new JourneyLog(application, visit, ids, clock);
        for (Question question : step.questions()) {
            log.add(
                    JourneyEventType.QUESTION_ANSWERED,
                    Actor.CUSTOMER,
                    Court.CUSTOMER,
                    step,
                    Map.of(
                            Detail.QUESTION,
                            question.fact(),
                            Detail.PREFILLED,
                            "false",
                            Detail.SOURCE,
                            Submission.APPLICANT));
        }
        long activeMillis = journey.lastShown(application.id(), step.id())
                .map(shown -> Math.max(0, clock.millis() - shown.toEpochMilli()))
                .orElse(0L);
        return log.add(
                JourneyEventType.STEP_SUBMITTED,
                Actor.CUSTOMER,
                Court.CUSTOMER,
                step,
                Map.of(Detail.ACTIVE_MS, Long.toString(activeMillis)));
    }

    private void noteFaults(Application application, Step step, List<Fault> faults, Visit visit) {
        JourneyLog log = new JourneyLog(application, visit, ids, clock);
        for (Fault fault : faults) {
            log.add(
                    JourneyEventType.FIELD_ERROR,
                    Actor.CUSTOMER,
                    Court.CUSTOMER,
                    step,
                    Map.of(Detail.QUESTION, fault.field(), Detail.CODE, fault.code()));
        }
        transaction.executeWithoutResult(_ -> journey.append(log.events()));
    }

    /** Writes that the applicant came back, perhaps on another device. */
    public void resumed(Application application, Visit visit) {
        transaction.executeWithoutResult(_ -> {
            journey.append(new JourneyLog(application, visit, ids, clock)
                    .add(JourneyEventType.RESUMED, Actor.CUSTOMER, Court.CUSTOMER, Map.of())
                    .events());
            audit.write(
                    "customer:" + application.customerId(),
                    "application.resume",
                    "application:" + application.id(),
                    Map.of());
        });
    }

    /** A decided application with the answer that decided it. */
    public record Submitted(Application application, Decisions.PolicyAnswer given) {}

    /**
     * Takes a whole application at once and decides it.
     *
     * @param answers checked answers to all questions of the product
     * @return the application and its answer; the same application for the same key
     */
    public Submitted submitWhole(ActKey key, Product product, Map<String, String> answers, Visit visit) {
        AtomicReference<Submitted> done = new AtomicReference<>();
        UUID id = ids.next();
        UUID first = acts.once(key, id, () -> done.set(submitNow(id, product, answers, visit)));
        Submitted now = done.get();
        return now == null ? submittedBefore(first) : now;
    }

    private Submitted submitNow(UUID id, Product product, Map<String, String> answers, Visit visit) {
        UUID customer = ids.next();
        Instant now = clock.instant();
        Map<String, Application.Answered> facts = new LinkedHashMap<>();
        Map<String, String> personal = new LinkedHashMap<>();
        for (Question question : product.questions()) {
            String value = String.valueOf(answers.get(question.fact()));
            if (question.personal()) {
                personal.put(question.fact(), value);
            } else {
                facts.put(question.fact(), new Application.Answered(value, now));
            }
        }
        customers.open(customer, personal);
        Submission.Decided decided = submission.decide(
                Application.draft(
                        id, customer, product, visit, facts, product.steps().getLast(), now),
                product,
                personal);
        long number = rows.insert(decided.application());
        submission.keep(decided, visit);
        return new Submitted(decided.application().numbered(number), decided.given());
    }

    /** An application that was decided before, with the answer of its first decision. */
    public Submitted submittedBefore(UUID id) {
        Application application = rows.find(id).orElseThrow();
        return new Submitted(application, submission.givenTo(application));
    }
}
