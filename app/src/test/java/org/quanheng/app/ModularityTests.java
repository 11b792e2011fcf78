package org.quanheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The parts of the app, as Spring Modulith reads them from the compiled classes. */
class ModularityTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(QuanhengApplication.class);

    @Test
    void partsUseOnlyWhatTheirPackageInfoAllows() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrder(
                        "access",
                        "api",
                        "application",
                        "audit",
                        "board",
                        "customer",
                        "decision",
                        "journey",
                        "loan",
                        "model",
                        "page",
                        "product",
                        "sample");
        MODULES.verify();
    }
}
