package org.quanheng.app.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProductTests {
    private static final String DOCUMENT = """
            {"id": "p", "version": 1, "currency": "DEM", "amount": {"min": 250, "max": 20000, "step": 50},
             "months": {"min": 4, "max": 72, "step": 1}, "representativeRate": "0.12", "rates": {"min": "0.06", "max": "0.2"},
             "request": {"amount": "amount", "months": "months", "purpose": "purpose"},
             "steps": [{"id": "loan", "version": 1, "questions": [
               {"fact": "purpose", "kind": "choice", "options": ["a", "b"], "min": null, "max": null},
               {"fact": "amount", "kind": "money", "options": [], "min": 250, "max": 20000},
               {"fact": "months", "kind": "whole", "options": [], "min": 4, "max": 72}]}]}""";

    @Test
    void aDocumentIsRead() {
        Product product = Product.parse(DOCUMENT);

        assertThat(product.questions()).extracting(Question::fact).containsExactly("purpose", "amount", "months");
        assertThat(product.question("amount").numeric()).isTrue();
        assertThat(product.question("purpose").numeric()).isFalse();
    }

    @Test
    void aFieldThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> Product.parse(DOCUMENT.replaceFirst("\\{", "{\"colour\": 1,")))
                .hasMessageContaining("colour");
    }

    @Test
    void everyFaultIsNamed() {
        String twice = DOCUMENT.replace("\"fact\": \"months\"", "\"fact\": \"amount\"");

        assertThatThrownBy(() -> Product.parse(twice))
                .hasMessageContaining("question amount stands twice")
                .hasMessageContaining("no step asks for months");
    }

    @Test
    void aChoiceWithoutOptionsIsRefused() {
        assertThatThrownBy(() -> Product.parse(DOCUMENT.replace("[\"a\", \"b\"]", "[]")))
                .hasMessageContaining("options");
    }
}
