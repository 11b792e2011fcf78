package org.quanheng.cli.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A lender in memory whose pages have the form of the real ones, and who loses sessions and answers from time to time. */
final class FakeLender implements AutoCloseable {
    private final HttpServer server;
    private final Random trouble;
    private final int troubleOneIn;
    private final Map<String, Integer> sessions = new HashMap<>();
    private final Map<String, Integer> begun = new HashMap<>();
    private int cookies;

    /** Applications by id: how far each is, and how often each step and the acceptance was acknowledged anew. */
    final List<Map<String, String>> applications = new ArrayList<>();

    int loans;

    FakeLender(Random trouble, int troubleOneIn) throws IOException {
        this.trouble = trouble;
        this.troubleOneIn = troubleOneIn;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(null);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        boolean fails = troubleOneIn > 0 && trouble.nextInt(troubleOneIn) == 0;
        if (fails && trouble.nextBoolean()) {
            sessions.clear();
        }
        boolean lateFailure = fails && trouble.nextBoolean();
        if (fails && !lateFailure) {
            exchange.close();
            return;
        }
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String reply = reply(exchange, exchange.getRequestURI().getPath(), form);
        if (lateFailure) {
            // Done, but the applicant never hears of it.
            exchange.close();
            return;
        }
        if (reply.startsWith("/")) {
            exchange.getResponseHeaders().set("Location", reply);
            exchange.sendResponseHeaders(303, -1);
        } else {
            byte[] body = reply.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private String reply(HttpExchange exchange, String path, Map<String, String> form) {
        boolean post = exchange.getRequestMethod().equals("POST");
        if (path.equals("/")) {
            return "<form method=post action=/applications><input type=hidden name=idempotency_key value=k>"
                    + "<input name=amount></form>";
        }
        if (path.equals("/applications") && post) {
            int id = begun.computeIfAbsent(value(form, "idempotency_key"), _ -> {
                applications.add(new HashMap<>(Map.of("amount", value(form, "amount"))));
                return applications.size() - 1;
            });
            return signedIn(exchange, id);
        }
        if (path.equals("/resume")) {
            return post
                    ? signedIn(exchange, Integer.parseInt(value(form, "code")))
                    : "<form method=post action=/resume><input name=code value="
                            + value(form(exchange.getRequestURI().getQuery()), "code") + "></form>";
        }
        Integer id = sessions.get(String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
        return id == null ? "/resume" : own(path, post, form, id);
    }

    private String own(String path, boolean post, Map<String, String> form, int id) {
        Map<String, String> application = applications.get(id);
        if (post && path.endsWith("/acceptance")) {
            if (application.put("loan", "yes") == null) {
                loans++;
            }
            return "/loans/" + id;
        }
        if (post) {
            String step = path.substring(path.lastIndexOf('/') + 1);
            application.merge(step, value(form, step), (before, now) -> before + " twice " + now);
            return "/applications/" + id;
        }
        if (path.startsWith("/loans/")) {
            return "<main>loan</main>";
        }
        if (path.endsWith("/answer")) {
            return answer(path, id, application);
        }
        String next = application.containsKey("job") ? application.containsKey("housing") ? "" : "housing" : "job";
        if (next.isEmpty()) {
            return "/applications/" + id + "/answer";
        }
        String address = "/applications/" + id + "/steps/" + next;
        return path.equals(address)
                ? "<a href='/resume?code=" + id + "'></a><form method=post action=" + address
                        + "><input type=radio name=" + next + " value=" + (next.equals("job") ? "skilled" : "own")
                        + "></form>"
                : address;
    }

    private static String answer(String path, int id, Map<String, String> application) {
        if (Integer.parseInt(value(application, "amount")) % 3 == 0) {
            return "<main><p>no</p></main>";
        }
        if (application.containsKey("loan")) {
            return "<main><a href=/loans/" + id + "></a></main>";
        }
        return "<main><section class=offer><span class=pill>24 months</span><a href='" + path
                + "?offer=b'></a></section><form method=post action=/applications/" + id
                + "/acceptance><input type=checkbox name=read value=yes></form></main>";
    }

    private String signedIn(HttpExchange exchange, int id) {
        String cookie = "session=" + cookies++;
        sessions.put(cookie, id);
        exchange.getResponseHeaders().add("Set-Cookie", cookie + "; Path=/");
        return "/applications/" + id;
    }

    private static String value(Map<String, String> form, String name) {
        return Objects.requireNonNull(form.get(name), name);
    }

    private static Map<String, String> form(@Nullable String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : String.valueOf(body).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
