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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.ApplicationOwners;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Fault;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.audit.Acts;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.audit.Chance;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.customer.Customers;
import org.quanheng.app.decision.Decisions;
import org.quanheng.app.decision.NextAct;
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
    private final Decisions decisions;
    private final Acts acts;
    private final AuditRecords audit;
    private final JourneyEvents journey;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Chance chance;
    private final Clock clock;
    private final ZoneId zone;

    Applications(
            ApplicationRows rows,
            Products products,
            Customers customers,
            Submission submission,
            Decisions decisions,
            Acts acts,
            AuditRecords audit,
            JourneyEvents journey,
            TransactionTemplate transaction,
            Ids ids,
            Chance chance,
            Clock clock,
            @Value("${quanheng.zone}") ZoneId zone) {
        this.rows = rows;
        this.products = products;
        this.customers = customers;
        this.submission = submission;
        this.decisions = decisions;
        this.acts = acts;
        this.audit = audit;
        this.journey = journey;
        this.transaction = transaction;
        this.ids = ids;
        this.chance = chance;
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
            boolean everything = chance.draw() < decisions.askEverythingShare();
            Application begun = Application.draft(
                    id, customer, product, visit, answers, product.steps().getFirst(), everything, now);
            Application application = begun.at(planOf(begun)
                    .nextRequired()
                    .orElse(product.steps().getFirst())
                    .id());
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

    /** What a product asks of somebody of whom nothing is known. */
    public Plan planFor(Product product) {
        return Plan.of(product, Map.of(), Map.of(), decisions.optionalFacts());
    }

    /** Where an application is on its way. */
    public Plan planOf(Application application) {
        return Plan.of(
                productOf(application),
                application.values(),
                customers.personal(application.customerId()),
                decisions.optionalFacts());
    }

    /** The step at which an application that is being filled in stands, on whatever device it is taken up again. */
    public Step standsAt(Application application) {
        Plan plan = planOf(application);
        return plan.product()
                .step(application.step())
                .filter(plan::isOpen)
                .or(plan::nextRequired)
                .or(() -> Optional.ofNullable(worthOf(application)).flatMap(worth -> plan.asking(worth.facts())))
                .orElseThrow(() -> new IllegalStateException("a draft with nothing left to ask: " + application.id()));
    }

    /** Why the applicant is asked one step more although all that is required is known; null where the time to decide is now. */
    public @Nullable Worth worthOf(Application application) {
        NextAct act =
                submission.next(application, productOf(application), customers.personal(application.customerId()));
        return act instanceof NextAct.Ask ask
                ? new Worth(
                        ask.advice().step().facts(),
                        ask.advice().why(),
                        ask.advice().reachable().stream().sorted().toList(),
                        ask.mayFollow())
                : null;
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
            requireDraft(application);
            Told told = told(step.questions(), check.values());
            Application answered = told.addedTo(application);
            journey.append(answersGiven(answered, step, visit).events());
            audit.write(
                    "customer:" + application.customerId(),
                    "application.save",
                    "application:" + application.id(),
                    Map.of("step", step.id()));
            goOn(answered, customers.learn(application.customerId(), told.personal()), visit, rows::update);
        });
        return List.of();
    }

    /**
     * The next required step; when there is none, whatever is worth doing most: one step more, or the answer.
     *
     * @param write how the application is written as it then stands, once
     */
    private Submitted goOn(
            Application answered, Map<String, String> personal, Visit visit, UnaryOperator<Application> write) {
        Plan plan = Plan.of(productOf(answered), answered.values(), personal, decisions.optionalFacts());
        Optional<Step> required = plan.nextRequired();
        if (required.isPresent()) {
            return new Submitted(write.apply(answered.at(required.get().id())), null);
        }
        return switch (submission.next(answered, plan.product(), personal)) {
            case NextAct.Ask ask ->
                new Submitted(
                        write.apply(answered.at(plan.asking(ask.advice().step().facts())
                                .orElseThrow(() -> new IllegalStateException(
                                        "product " + plan.product().id() + ": expected a step that asks for "
                                                + ask.advice().step().facts()))
                                .id())),
                        null);
            case NextAct.Answer answer -> {
                Application decided = write.apply(submission.decided(answered, answer.given()));
                submission.keep(decided, answer.given(), visit);
                yield new Submitted(decided, answer.given());
            }
        };
    }

    private static void requireDraft(Application application) {
        if (application.state() != Application.State.DRAFT) {
            throw new Refusal(ErrorCode.NOT_NOW, "expected an application that is being filled in, it is decided");
        }
    }

    /** What somebody told, by where it is kept: with the application, or encrypted with the customer. */
    private record Told(Map<String, Application.Answered> answers, Map<String, String> personal) {
        Application addedTo(Application application) {
            Map<String, Application.Answered> all = new LinkedHashMap<>(application.answers());
            all.putAll(answers);
            return application.with(all);
        }
    }

    /** The answers to these questions; a question without one stays open. */
    private Told told(List<Question> questions, Map<String, String> values) {
        Instant now = clock.instant();
        Map<String, Application.Answered> answers = new LinkedHashMap<>();
        Map<String, String> personal = new LinkedHashMap<>();
        for (Question question : questions) {
            String value = values.get(question.fact());
            if (value != null && question.personal()) {
                personal.put(question.fact(), value);
            } else if (value != null) {
                answers.put(question.fact(), new Application.Answered(value, now));
            }
        }
        return new Told(answers, personal);
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

    /**
     * An application as a program left it.
     *
     * @param given the answer that decided it; null while one step more is worth asking
     */
    public record Submitted(Application application, Decisions.@Nullable PolicyAnswer given) {}

    /**
     * Takes an application at once and goes as far as the answers lead.
     *
     * @param answers checked answers to all that is required and to as many other questions as the applicant liked to answer
     * @return the application, decided or at the step that is worth asking next; the same application for the same key
     */
    public Submitted submitWhole(ActKey key, Product product, Map<String, String> answers, Visit visit) {
        UUID id = ids.next();
        return acts.once(key, id, () -> submitNow(id, product, answers, visit), this::standing);
    }

    private Submitted submitNow(UUID id, Product product, Map<String, String> answers, Visit visit) {
        UUID customer = ids.next();
        boolean everything = chance.draw() < decisions.askEverythingShare();
        Told told = told(product.questions(), answers);
        customers.open(customer, told.personal());
        Application draft = Application.draft(
                id, customer, product, visit, told.answers(), product.steps().getLast(), everything, clock.instant());
        return goOn(draft, told.personal(), visit, rows::insert);
    }

    /** Takes the answers that a program gives to the step at which an application stands, and to others if it likes. */
    public Submitted answer(ActKey key, Application application, Map<String, String> answers, Visit visit) {
        Supplier<Submitted> work = () -> {
            requireDraft(application);
            audit.write(
                    "customer:" + application.customerId(),
                    "application.save",
                    "application:" + application.id(),
                    Map.of("answers", answers.size()));
            Told told = told(productOf(application).questions(), answers);
            Map<String, String> personal = customers.learn(application.customerId(), told.personal());
            return goOn(told.addedTo(application), personal, visit, rows::update);
        };
        return acts.once(key, application.id(), work, this::standing);
    }

    /** An application with the answer of its first decision, if it has been decided. */
    public Submitted standing(UUID id) {
        Application application = rows.find(id).orElseThrow();
        return new Submitted(
                application, application.state() == Application.State.DRAFT ? null : submission.givenTo(application));
    }
}
