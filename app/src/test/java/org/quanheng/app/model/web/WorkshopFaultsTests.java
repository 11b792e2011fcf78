package org.quanheng.app.model.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;

/** A Chinese page says in Chinese what is wrong with data, however deep in the library it was found. */
class WorkshopFaultsTests {
    private static final RunningLender LENDER = RunningLender.get();
    private static final Visitor ANALYST = LENDER.visitor();

    /** Two English words beside each other; a name of a file or a kind of text is one. */
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}");

    private static final Pattern FAULT = Pattern.compile("<li><strong>(.*?)</li>", Pattern.DOTALL);
    private static int calls;

    @BeforeAll
    static void comeIn() throws IOException, InterruptedException {
        var signIn = LENDER.signInOf("RISK_ANALYST");
        assertThat(ANALYST.signIn(signIn.login(), signIn.password()).location()).endsWith("/home");
        ANALYST.get("/workshop?lang=zh");
    }

    private static Visitor.Reply upload(byte[] bytes) throws IOException, InterruptedException {
        return ANALYST.upload(
                "/workshop/data", Map.of("idempotency_key", "faults-" + ++calls, "name", "坏数据"), "bad.csv", bytes);
    }

    private static Visitor.Reply upload(String text) throws IOException, InterruptedException {
        return upload(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The faults on a page are in Chinese. */
    private static void chinese(String html) {
        Matcher faults = FAULT.matcher(html);
        int found = 0;
        while (faults.find()) {
            String fault = faults.group(1).replaceAll("<[^>]*>", "");
            assertThat(fault).containsPattern("[\\u4e00-\\u9fff]");
            assertThat(ENGLISH.matcher(fault.replaceAll("“[^”]*”", "")).find())
                    .as(fault)
                    .isFalse();
            found++;
        }
        assertThat(found).as(html).isPositive();
    }

    private static String card(String id, List<String> roles) throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < roles.size(); i++) {
            form.put("role" + i, roles.get(i));
        }
        form.put("bad", "1");
        form.put("idempotency_key", "faults-card-" + ++calls);
        Visitor.Reply reply = ANALYST.post("/workshop/data/" + id + "/card", form);
        return reply.status() == 302 ? "" : reply.body();
    }

    @Test
    void badFilesAreRefusedInChinese() throws IOException, InterruptedException {
        StringBuilder identifiers = new StringBuilder("id,y\n");
        for (int row = 0; row < 60_000; row++) {
            identifiers.append("客户").append(row).append(',').append(row % 2).append('\n');
        }
        for (String text : List.of(
                "a,b,a\n1,2\n3,4,5\n",
                "a,,c\n1,2,3\n",
                "a,b\u0000c\n1,2\n",
                "a,b\n1,\"2\n",
                "a\n1\n",
                "a,b\n",
                identifiers.toString())) {
            Visitor.Reply reply = upload(text);
            assertThat(reply.status())
                    .as(text.substring(0, Math.min(20, text.length())))
                    .isEqualTo(400);
            chinese(reply.body());
        }
        for (byte[] bytes : List.of(new byte[0], new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3}, new byte[] {
            'a', ',', 'b', '\n', (byte) 0xff, 1
        })) {
            Visitor.Reply reply = upload(bytes);
            assertThat(reply.status()).isEqualTo(400);
            chinese(reply.body());
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void badWorkbooksAreRefusedInChineseAndNotKept() throws IOException, InterruptedException, SQLException {
        List<String> before = LENDER.column("select count(*)::text from data_set where file_name = 'bad.csv'");
        byte[] broken = zip("xl/workbook.xml", "<workbook/>".getBytes(StandardCharsets.UTF_8));
        byte[] old = Arrays.copyOf(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, 4_096);
        byte[] bomb = zip("xl/worksheets/sheet1.xml", new byte[(256 << 20) + 1]);
        for (byte[] bytes :
                List.of(broken, old, bomb, zip("a.txt", new byte[9]), Arrays.copyOf(broken, broken.length - 1))) {
            Visitor.Reply reply = upload(bytes);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(FAULT.matcher(reply.body()).results()).hasSize(1);
            chinese(reply.body());
        }
        assertThat(LENDER.column("select count(*)::text from data_set where file_name = 'bad.csv'"))
                .isEqualTo(before);
    }

    @Test
    void badTargetsAreRefusedInChinese() throws IOException, InterruptedException {
        StringBuilder csv = new StringBuilder("收入,两类,三类,全好,缺一,文字\n");
        for (int row = 0; row < 40; row++) {
            csv.append(row)
                    .append(',')
                    .append(row % 2)
                    .append(',')
                    .append(row % 3)
                    .append(",0,");
            csv.append(row == 7 ? "" : row % 2).append(row % 2 == 0 ? ",是\n" : ",否\n");
        }
        String id = upload(csv.toString()).location().replaceAll(".*/", "");
        for (int target = 2; target <= 5; target++) {
            List<String> roles = new java.util.ArrayList<>(List.of("feature", "drop", "drop", "drop", "drop", "drop"));
            roles.set(target, "target");
            String refused = card(id, roles);
            String page = refused.isEmpty()
                    ? ANALYST.post(
                                    "/workshop/data/" + id + "/training",
                                    Map.of("name", "x", "method", "scorecard", "idempotency_key", "faults-t" + target))
                            .body()
                    : refused;
            chinese(page);
        }
    }

    /** What only the training finds out stands on the page of the training. */
    @Test
    void aTrainingThatFailsSaysSoInChinese() throws IOException, InterruptedException, SQLException {
        StringBuilder csv = new StringBuilder("序,噪声,坏\n");
        for (int row = 0; row < 200; row++) {
            csv.append(row % 4).append(',').append(row * 7919 % 13).append(',').append(row * 104_729 % 17 % 2);
            csv.append('\n');
        }
        String id = upload(csv.toString()
                        .replace("\n0,", "\n1,")
                        .replace("\n2,", "\n1,")
                        .replace("\n3,", "\n1,"))
                .location()
                .replaceAll(".*/", "");
        assertThat(card(id, List.of("feature", "drop", "target"))).isEmpty();
        String training = ANALYST.post(
                        "/workshop/data/" + id + "/training",
                        Map.of("name", "常数", "method", "scorecard", "idempotency_key", "faults-train"))
                .location()
                .replaceAll(".*/", "");
        String state = "WAITING";
        for (int tries = 0; tries < 300 && !state.equals("FAILED"); tries++) {
            Thread.sleep(100);
            state = LENDER.column("select state from training where id = '" + training + "'")
                    .getFirst();
        }
        assertThat(state).isEqualTo("FAILED");
        chinese(ANALYST.get("/workshop/training/" + training).body());
    }
}
