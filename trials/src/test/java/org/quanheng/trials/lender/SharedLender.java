package org.quanheng.trials.lender;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One lender after the demo's replay for all tests of this module, stopped when they end. */
public final class SharedLender {
    private static @Nullable SharedLender shared;

    private final Lender lender;
    private final String metrics;

    private SharedLender(Lender lender, String metrics) {
        this.lender = lender;
        this.metrics = metrics;
    }

    public static synchronized SharedLender get() throws IOException, InterruptedException {
        if (shared == null) {
            Lender lender = Lender.afterDemo();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(lender)));
            shared = new SharedLender(lender, metrics(lender));
        }
        return shared;
    }

    private static void close(Lender lender) {
        try {
            lender.close();
        } catch (IOException e) {
            throw new IllegalStateException("the lender of the tests did not stop", e);
        }
    }

    private static String metrics(Lender lender) throws IOException, InterruptedException {
        String signIn = "administrator:" + lender.signIns().get("administrator");
        try (Web web = new Web(lender.address(), "en")) {
            Web.Reply reply = web.send(HttpRequest.newBuilder(web.at("/actuator/prometheus"))
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(signIn.getBytes(StandardCharsets.UTF_8))));
            if (reply.status() != 200) {
                throw new IllegalStateException("expected the metrics, came " + reply);
            }
            return reply.body();
        }
    }

    public Lender lender() {
        return lender;
    }

    /** The server's metrics as they were when the replay ended. */
    public String metrics() {
        return metrics;
    }
}
