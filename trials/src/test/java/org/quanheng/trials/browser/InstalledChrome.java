package org.quanheng.trials.browser;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine, for tests; where there is none they are skipped and say what to install. */
final class InstalledChrome {
    private InstalledChrome() {}

    static Chrome start() {
        Optional<Path> chromium = Chrome.executable();
        Assumptions.assumeTrue(
                chromium.isPresent(), "no Chromium on the path. Maybe run: apt-get install chromium fonts-noto-cjk");
        return Chrome.start(chromium.orElseThrow());
    }
}
