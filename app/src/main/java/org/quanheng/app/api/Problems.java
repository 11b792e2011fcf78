package org.quanheng.app.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanheng.app.page.Language;
import org.quanheng.app.page.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Refusals as problem+json (RFC 9457): {@code type} is the address of the page that explains the code. */
@Component
public class Problems {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MEDIA_TYPE = "application/problem+json";

    /** The answer to an API call that was refused. */
    public ResponseEntity<byte[]> answer(
            HttpServletRequest request, ErrorCode code, String detail, List<Fault> faults) {
        return ResponseEntity.status(code.status())
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .body(body(request, code, detail, faults));
    }

    /** The same where only the response is at hand. */
    public void write(HttpServletRequest request, HttpServletResponse response, ErrorCode code) throws IOException {
        response.setStatus(code.status());
        response.setContentType(MEDIA_TYPE);
        if (code == ErrorCode.NOT_SIGNED_IN) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"quanheng\"");
        }
        response.getOutputStream().write(body(request, code, "", List.of()));
    }

    private static byte[] body(HttpServletRequest request, ErrorCode code, String detail, List<Fault> faults) {
        Messages messages = Messages.of(languageOf(request));
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/errors/" + code.slug());
        problem.put("title", messages.text("problem." + code.slug().replace('-', '_')));
        problem.put("status", code.status());
        if (!detail.isEmpty()) {
            problem.put("detail", detail);
        }
        problem.put("instance", request.getRequestURI());
        if (!faults.isEmpty()) {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (Fault fault : faults) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("field", fault.field());
                line.put("code", fault.code());
                line.put(
                        "expected",
                        fault.arguments().stream().map(String::valueOf).toList());
                line.put("came", fault.came());
                line.put(
                        "message",
                        messages.text(
                                "error." + fault.code(),
                                fault.wordingArguments(fault.field()).toArray()));
                lines.add(line);
            }
            problem.put("faults", lines);
        }
        return JSON.writeValueAsBytes(problem);
    }

    private static Language languageOf(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return accepted != null && accepted.startsWith("zh") ? Language.ZH : Language.EN;
    }
}
