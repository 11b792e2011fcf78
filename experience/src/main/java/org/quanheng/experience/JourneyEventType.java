package org.quanheng.experience;

import static org.quanheng.experience.JourneyEventType.Group.DECISION;
import static org.quanheng.experience.JourneyEventType.Group.DOCUMENT;
import static org.quanheng.experience.JourneyEventType.Group.JOURNEY;
import static org.quanheng.experience.JourneyEventType.Group.PROMISE;
import static org.quanheng.experience.JourneyEventType.Group.QUALITY;
import static org.quanheng.experience.JourneyEventType.Group.VOICE;
import static org.quanheng.experience.JourneyEventType.Group.WORK;

import java.util.List;

/**
 * Everything that can happen to an application, with the detail that each event cannot do without.
 *
 * <p>Whose turn it is stands on every event ({@link JourneyEvent#court()}) and is never inferred from its type.
 */
public enum JourneyEventType {
    APPLICATION_STARTED(JOURNEY),
    STEP_SHOWN(JOURNEY),
    STEP_SUBMITTED(JOURNEY),
    STEP_BACK(JOURNEY),
    SESSION_LOST(JOURNEY),
    SAVED(JOURNEY),
    RESUMED(JOURNEY),
    SUBMITTED(JOURNEY),
    WITHDRAWN(JOURNEY, Detail.REASON),
    TIMED_OUT(JOURNEY),

    QUESTION_SHOWN(Group.QUESTION, Detail.QUESTION, Detail.PREFILLED),
    QUESTION_ANSWERED(Group.QUESTION, Detail.QUESTION, Detail.PREFILLED, Detail.SOURCE),
    FIELD_ERROR(Group.QUESTION, Detail.QUESTION, Detail.CODE),
    HELP_OPENED(Group.QUESTION, Detail.QUESTION),
    QUESTION_REASKED(Group.QUESTION, Detail.OF, Detail.REASON),

    DOC_REQUESTED(DOCUMENT, Detail.DOCUMENT, Detail.REASON),
    DOC_UPLOADED(DOCUMENT, Detail.DOCUMENT),
    DOC_REJECTED(DOCUMENT, Detail.DOCUMENT, Detail.REASON),
    DOC_ACCEPTED(DOCUMENT, Detail.DOCUMENT),
    DOC_WAIVED(DOCUMENT, Detail.DOCUMENT, Detail.REASON),

    TASK_SCHEDULED(WORK, Detail.TASK),
    TASK_STARTED(WORK, Detail.TASK),
    TASK_COMPLETED(WORK, Detail.TASK),
    TASK_REASSIGNED(WORK, Detail.TASK, Detail.FROM, Detail.TO),
    CALL_ATTEMPT(WORK, Detail.OUTCOME),

    CONDITIONAL_YES(DECISION),
    OFFER_SENT(DECISION),
    OFFER_VIEWED(DECISION),
    OFFER_ACCEPTED(DECISION),
    FINAL_YES(DECISION),
    DECLINED(DECISION, Detail.REASON),
    CANCELLED(DECISION, Detail.BY, Detail.REASON),
    DISBURSED(DECISION),

    PROMISE_MADE(PROMISE, Detail.WHAT, Detail.DUE),
    PROMISE_KEPT(PROMISE, Detail.WHAT),
    PROMISE_BROKEN(PROMISE, Detail.WHAT),
    COURT_CHANGED(PROMISE, Detail.TO),

    SURVEY_INVITED(VOICE, Detail.INSTRUMENT),
    SURVEY_ANSWERED(VOICE, Detail.INSTRUMENT, Detail.ITEM, Detail.VALUE),
    COMPLAINT_OPENED(VOICE, Detail.REASON),
    COMPLAINT_RESOLVED(VOICE, Detail.OUTCOME),
    ASSISTANT_TURN(VOICE, Detail.RESOLVED),
    HANDOFF(VOICE, Detail.TO),

    A11Y_FAILURE(QUALITY, Detail.RULE, Detail.PAGE),
    CLIENT_ERROR(QUALITY, Detail.CODE),
    TIMEOUT_WARNING(QUALITY);

    /** The eight kinds of thing that happen. */
    public enum Group {
        JOURNEY,
        QUESTION,
        DOCUMENT,
        WORK,
        DECISION,
        PROMISE,
        VOICE,
        QUALITY
    }

    private final Group group;
    // A List.of cannot change; the check knows only the interface.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> required;

    JourneyEventType(Group group, String... required) {
        this.group = group;
        this.required = List.of(required);
    }

    /** The kind of thing that happened. */
    public Group group() {
        return group;
    }

    /** The keys of {@link JourneyEvent#detail()} without which the event means nothing. */
    public List<String> required() {
        return required;
    }

    /** Whether the event happens on a step, and so must name it. */
    public boolean happensOnStep() {
        return group == Group.QUESTION || this == STEP_SHOWN || this == STEP_SUBMITTED || this == STEP_BACK;
    }
}
