package org.quanheng.app.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Fault;
import org.quanheng.app.api.Problems;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.audit.KeyReusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever stopped a request into one clear answer: a page for people, problem+json for programs. */
@Controller
@ControllerAdvice
class Refusals implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Pages pages;
    private final Problems problems;
    private final Ids ids;

    Refusals(Pages pages, Problems problems, Ids ids) {
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    @ExceptionHandler(Refusal.class)
    Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        return answer(request, response, refusal.code(), String.valueOf(refusal.getMessage()), refusal.faults(), null);
    }

    @ExceptionHandler(KeyReusedException.class)
    Object keyReused(KeyReusedException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(request, response, ErrorCode.KEY_REUSED, String.valueOf(e.getMessage()), List.of(), null);
    }

    /** An address with an id that is none, or a parameter of another kind than the page takes. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    Object wrongKind(MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response) {
        boolean inAddress = e.getParameter().hasParameterAnnotation(PathVariable.class);
        Class<?> kind = e.getParameter().getParameterType();
        Fault fault = new Fault(e.getName(), "type", List.of(kind.getSimpleName()), String.valueOf(e.getValue()));
        return inAddress
                ? answer(request, response, ErrorCode.NOT_FOUND, "no such " + e.getName(), List.of(), null)
                : answer(request, response, ErrorCode.INPUT_FAULTY, "one field is wrong", List.of(fault), null);
    }

    @ExceptionHandler(OptimisticLockingFailureException.class)
    Object changedMeanwhile(Exception e, HttpServletRequest request, HttpServletResponse response) {
        return answer(request, response, ErrorCode.CHANGED_MEANWHILE, String.valueOf(e.getMessage()), List.of(), null);
    }

    @ExceptionHandler({
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class,
        TransientDataAccessException.class,
        org.springframework.dao.DataAccessResourceFailureException.class
    })
    Object unavailable(Exception e, HttpServletRequest request, HttpServletResponse response) {
        LOG.warn("the database does not answer: {}", e.getMessage());
        return answer(
                request,
                response,
                ErrorCode.UNAVAILABLE,
                "the database does not answer. Maybe send the same again with the same key in a moment: nothing is done twice.",
                List.of(),
                null);
    }

    @ExceptionHandler(Exception.class)
    Object anythingElse(Exception e, HttpServletRequest request, HttpServletResponse response) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(
                    request,
                    response,
                    codeOf(known.getStatusCode().value()),
                    String.valueOf(known.getBody().getDetail()),
                    List.of(),
                    null);
        }
        String trace = ids.nextKey();
        LOG.error("request {} {} failed, trace {}", request.getMethod(), request.getRequestURI(), trace, e);
        return answer(request, response, ErrorCode.INTERNAL, "trace " + trace, List.of(), trace);
    }

    /** What the servlet container or a filter refused before a handler was found. */
    @RequestMapping("/error")
    Object containerRefused(HttpServletRequest request, HttpServletResponse response) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return answer(request, response, codeOf(status instanceof Integer code ? code : 404), "", List.of(), null);
    }

    private Object answer(
            HttpServletRequest request,
            HttpServletResponse response,
            ErrorCode code,
            String detail,
            List<Fault> faults,
            @Nullable String trace) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = original instanceof String uri ? uri : request.getRequestURI();
        if (path.startsWith("/api/") || path.startsWith("/actuator/")) {
            return problems.answer(request, code, detail, faults);
        }
        response.setStatus(code.status());
        ModelAndView page = new ModelAndView("error");
        page.addObject("page", pages.of(request));
        page.addObject("view", new ErrorPageView(code.status(), "/", trace));
        return page;
    }

    private static ErrorCode codeOf(int status) {
        for (ErrorCode code : ErrorCode.values()) {
            if (code.status() == status) {
                return code;
            }
        }
        return status < 500 ? ErrorCode.BODY_UNREADABLE : ErrorCode.INTERNAL;
    }
}
