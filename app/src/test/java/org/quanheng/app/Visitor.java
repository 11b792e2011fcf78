package org.quanheng.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who reaches the platform over HTTP: keeps cookies, follows no redirect. */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"idempotency_key\" value=\"([^\"]+)\"");
    private static final String SESSION = "quanheng";
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A whole application that the sample policy approves. */
    public static final String GOOD_APPLICATION = """
            {"product":"consumer-instalment","answers":{"purpose":"radio_tv","credit_amount":{"amount":"1150","currency":"DEM"},
            "duration_months":12,"full_name":"%s","birth_date":"1976-03-04","phone":"+49 30 23125 001","housing":"own",
            "residence_since":"4","num_dependents":"1","job":"skilled","employment_since":"7_years_or_more","telephone":"yes",
            "checking_status":"none","savings":"1000_or_more","credit_history":"critical_or_elsewhere","existing_credits":"2",
            "other_installment_plans":"none","property":"real_estate","other_debtors":"none","installment_rate":"2",
            "consent_decision":true}}""";

    private final URI server;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
    private final HttpClient client;
    private String authorization = "";

    Visitor(URI server) {
        this.server = server;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** An answer as it came. */
    public record Reply(int status, String location, String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The page without the tokens of its forms, in which chance can spell any word. */
        public String shown() {
            return KEY.matcher(TOKEN.matcher(body).replaceAll("")).replaceAll("");
        }

        /** The value of the idempotency key that a page's form carries. */
        public String key() {
            Matcher key = KEY.matcher(body);
            return key.find() ? key.group(1) : "";
        }
    }

    /** An application made over the API, with what its owner needs to come back. */
    public record Applied(String id, String number, String resumeCode, JsonNode answer) {
        public String bearer() {
            return "Bearer " + id + "." + resumeCode;
        }
    }

    /** Sends this header Authorization from now on. */
    public Visitor authorized(String header) {
        authorization = header;
        return this;
    }

    /** The id of this visitor's session, empty if there is none. */
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(SESSION))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Comes with a session id that was seen elsewhere. */
    public Visitor withSession(String id) {
        HttpCookie cookie = new HttpCookie(SESSION, id);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(server, cookie);
        return this;
    }

    public Reply get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(path)).GET());
    }

    /** A file as it is sent, asked for in a language; empty if it is refused. */
    public byte[] file(String path, String language) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).GET().header("Accept-Language", language);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return response.statusCode() == 200 ? response.body() : new byte[0];
    }

    /** Posts a form with the token of this visitor's session. */
    public Reply post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>(fields);
        Matcher token = TOKEN.matcher(get("/").body());
        if (token.find()) {
            form.put("_csrf", token.group(1));
        }
        return postWithoutToken(path, form);
    }

    public Reply postWithoutToken(String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Posts a file with the token of this visitor's session, beside other fields. */
    public Reply upload(String path, Map<String, String> fields, String fileName, byte[] bytes)
            throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>(fields);
        Matcher token = TOKEN.matcher(get("/").body());
        if (token.find()) {
            form.put("_csrf", token.group(1));
        }
        String boundary = "----quanheng-test-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : form.entrySet()) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                            + "\"\r\n\r\n" + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Posts JSON with a new idempotency key. */
    public Reply postJson(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-of-test-" + KEYS.incrementAndGet())
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Applies over the API as a person with this name; the sample policy makes an offer. */
    public Applied apply(String name) throws IOException, InterruptedException {
        Reply reply = postJson("/api/applications", GOOD_APPLICATION.formatted(name));
        if (reply.status() != 201) {
            throw new AssertionError("expected 201, came " + reply);
        }
        JsonNode answer = reply.json();
        return new Applied(
                answer.get("id").asString(),
                answer.get("number").asString(),
                answer.get("resumeCode").asString(),
                answer);
    }

    /** Comes back to an application in this session. */
    public Reply resume(Applied applied) throws IOException, InterruptedException {
        return post("/resume", Map.of("application", applied.number(), "code", applied.resumeCode()));
    }

    public Reply signIn(String login, String password) throws IOException, InterruptedException {
        return post("/sign-in", Map.of("username", login, "password", password));
    }

    private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        request.header("Accept-Language", "en");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(
                response.statusCode(), response.headers().firstValue("Location").orElse(""), response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
