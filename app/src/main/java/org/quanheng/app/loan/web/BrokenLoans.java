package org.quanheng.app.loan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.quanheng.app.access.Pages;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Fault;
import org.quanheng.app.api.Problems;
import org.quanheng.app.loan.BrokenLoanException;
import org.quanheng.app.page.BrokenLoanView;
import org.quanheng.app.page.FieldError;
import org.quanheng.fault.Phrase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What is shown of a loan that cannot be replayed: what is wrong to the staff, that somebody looks at it to its borrower. */
@Component
class BrokenLoans {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenLoans.class);

    private final Pages pages;
    private final Problems problems;

    BrokenLoans(Pages pages, Problems problems) {
        this.pages = pages;
        this.problems = problems;
    }

    /** A page in the place of the loan's own; whoever wanted to change the loan is told that this did not happen. */
    String page(
            String template,
            BrokenLoanException broken,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        tell(broken);
        boolean looked = request.getMethod().equals("GET");
        response.setStatus(looked ? 200 : ErrorCode.RECORD_BROKEN.status());
        List<FieldError> errors = faults(broken).stream()
                .map(fault -> new FieldError("loan", fault.code(), fault.arguments()))
                .toList();
        model.addAttribute("page", pages.of(request));
        model.addAttribute("view", new BrokenLoanView(Long.toString(broken.number()), !looked, errors));
        return template;
    }

    /**
     * The answer to a program.
     *
     * @param staff whether it may know what is wrong
     */
    ResponseEntity<byte[]> problem(BrokenLoanException broken, boolean staff, HttpServletRequest request) {
        tell(broken);
        List<Fault> found = new ArrayList<>();
        for (Fault fault : staff ? faults(broken) : List.<Fault>of()) {
            List<?> rest = fault.arguments().subList(1, fault.arguments().size());
            found.add(new Fault(fault.field(), fault.code(), rest, fault.came()));
        }
        return problems.answer(
                request,
                ErrorCode.RECORD_BROKEN,
                "the record of loan " + broken.number() + " cannot be replayed; nothing was changed",
                found);
    }

    private static void tell(BrokenLoanException broken) {
        LOG.error("loan {} cannot be replayed: {}", broken.number(), broken.getMessage());
    }

    /** What is wrong, with where it is as the first argument of its wording. */
    private static List<Fault> faults(BrokenLoanException broken) {
        Phrase input = broken.faulty().input();
        List<Fault> faults = new ArrayList<>();
        for (org.quanheng.fault.Fault found : broken.faulty().faults()) {
            Phrase where = Phrase.of("{0}: {1}", input, found.where());
            List<Object> said = new ArrayList<>(List.of(where, found.expected(), found.came()));
            boolean maybe = !found.maybe().isEmpty();
            if (maybe) {
                said.add(found.maybe());
            }
            faults.add(new Fault(
                    where.toString(),
                    maybe ? "lending_maybe" : "lending",
                    said,
                    found.came().toString()));
        }
        return faults;
    }
}
