package org.quanheng.experience;

/** Keys of the detail of a journey event; each {@link JourneyEventType} names those that it cannot do without. */
public final class Detail {
    /** Name of the fact that a question asks for. */
    public static final String QUESTION = "question";
    /** "true" when the answer was filled in for the customer, who only had to confirm it. */
    public static final String PREFILLED = "prefilled";
    /** Where a value came from. */
    public static final String SOURCE = "source";
    /** Milliseconds from the question shown to its answer. */
    public static final String MS = "ms";
    /** Milliseconds in which the customer was active on the page, as the page measured them. */
    public static final String ACTIVE_MS = "active_ms";
    /** Code of an error, a rule or a page. */
    public static final String CODE = "code";
    /** Why: a code, or several separated by commas. */
    public static final String REASON = "reason";
    /** The question, document or task that an event repeats. */
    public static final String OF = "of";
    /** Kind of a document. */
    public static final String DOCUMENT = "document";
    /** Id of the policy rule that makes a document mandatory. */
    public static final String RULE = "rule";
    /** Name of a task. */
    public static final String TASK = "task";
    /** Who had it before. */
    public static final String FROM = "from";
    /** Who has it now. */
    public static final String TO = "to";
    /** How it ended. */
    public static final String OUTCOME = "outcome";
    /** Who ended it. */
    public static final String BY = "by";
    /** What was promised. */
    public static final String WHAT = "what";
    /** When it is due, ISO 8601. */
    public static final String DUE = "due";
    /** Survey instrument: CES, CSAT or NPS. */
    public static final String INSTRUMENT = "instrument";
    /** Item of a survey. */
    public static final String ITEM = "item";
    /** Value of an answer to a survey. */
    public static final String VALUE = "value";
    /** "true" when the assistant could answer. */
    public static final String RESOLVED = "resolved";
    /** Page on which something happened. */
    public static final String PAGE = "page";

    private Detail() {}
}
