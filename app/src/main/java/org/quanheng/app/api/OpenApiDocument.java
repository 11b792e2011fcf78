package org.quanheng.app.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands at the head of the OpenAPI document at /api/openapi. */
@Configuration
class OpenApiDocument {

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Quanheng 权衡")
                        .version("1")
                        .description(
                                "Every write needs the header Idempotency-Key. Errors are problem+json (RFC 9457); their type"
                                        + " is the address of a page that explains them.")
                        .license(new License().name("Apache-2.0")));
    }
}
