package org.quanheng.scoring.blend;

import java.util.List;
import java.util.Map;
import org.quanheng.fault.Faults;

/**
 * Structured questions that staff answer, each by one of fixed answers with points.
 *
 * @param questions in the order asked
 */
public record Questionnaire(List<Question> questions) {
    /** Checks the questions. */
    public Questionnaire {
        questions = List.copyOf(questions);
        Faults faults = new Faults("questionnaire");
        faults.require(!questions.isEmpty(), "questions", "at least one", "none");
        faults.require(
                questions.stream().map(Question::code).distinct().count() == questions.size(),
                "questions",
                "codes of their own",
                questions.stream().map(Question::code).toList());
        for (Question question : questions) {
            faults.require(
                    question.answers().stream().map(Answer::code).distinct().count()
                                    == question.answers().size()
                            && question.answers().size() >= 2,
                    "question " + question.code(),
                    "two different answers or more",
                    question.answers());
        }
        faults.throwIfAny();
    }

    /**
     * One question.
     *
     * @param code what answers refer to
     * @param answers from which one is chosen
     */
    public record Question(String code, List<Answer> answers) {
        /** Copies the list. */
        public Question {
            answers = List.copyOf(answers);
        }
    }

    /**
     * One answer.
     *
     * @param code what is recorded
     * @param points more for a better applicant
     */
    public record Answer(String code, double points) {}

    /**
     * Sum of the points of the answers.
     *
     * @param answers code of the answer by code of the question
     * @throws org.quanheng.fault.FaultyInputException naming every question without an answer and every answer that is none
     */
    public double points(Map<String, String> answers) {
        Faults faults = new Faults("answers");
        double points = 0;
        for (Question question : questions) {
            String given = answers.get(question.code());
            Answer chosen = question.answers().stream()
                    .filter(answer -> answer.code().equals(given))
                    .findFirst()
                    .orElse(null);
            if (chosen == null) {
                faults.add(
                        "question " + question.code(),
                        "one of "
                                + question.answers().stream().map(Answer::code).toList(),
                        given == null ? "nothing" : given);
            } else {
                points += chosen.points();
            }
        }
        for (String code : answers.keySet()) {
            faults.require(
                    questions.stream().anyMatch(question -> question.code().equals(code)),
                    "answers",
                    "questions of the questionnaire",
                    code);
        }
        faults.throwIfAny();
        return points;
    }
}
