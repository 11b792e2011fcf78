package org.quanheng.trials.lender;

import java.io.IOException;

/** The applicant who shows the pages: the first of the sample whom its policy approves. */
public final class Demonstrator {
    private Demonstrator() {}

    /** Somebody with a small loan over a short time and a guarantor: a clear case, of whom little is asked. */
    public static Applicant clear() throws IOException {
        return Applicant.all().stream()
                .filter(applicant -> applicant.answer("other_debtors").equals("guarantor"))
                .filter(applicant -> Integer.parseInt(applicant.answer("duration_months")) <= 9)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("expected such an applicant in the sample, there is none"));
    }

    /** Somebody with no debts due, a long employment and savings. */
    public static Applicant approved() throws IOException {
        return Applicant.all().stream()
                .filter(applicant -> applicant.answer("checking_status").equals("none"))
                .filter(applicant -> applicant.answer("credit_history").equals("critical_or_elsewhere"))
                .filter(applicant -> applicant.answer("employment_since").equals("7_years_or_more"))
                .filter(applicant -> Integer.parseInt(applicant.answer("duration_months")) <= 24)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("expected such an applicant in the sample, there is none"));
    }
}
