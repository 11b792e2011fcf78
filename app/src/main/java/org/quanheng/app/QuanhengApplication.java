package org.quanheng.app;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The lending platform. Started by {@code ./quanheng serve}. */
@EnableScheduling
@SpringBootApplication
public class QuanhengApplication {

    /** The one place where the platform reads the time. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
