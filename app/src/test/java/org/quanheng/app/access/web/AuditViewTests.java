package org.quanheng.app.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditViewTests {
    @Test
    void anIdStandsByItsEndAndAnotherNameWhole() {
        assertThat(AuditView.brief("loan:01a21b0a-eeec-777d-b21d-9d5e8d1f0fbb")).isEqualTo("loan:…9d5e8d1f0fbb");
        assertThat(AuditView.brief("policy:2026-11-22.1")).isEqualTo("policy:2026-11-22.1");
        assertThat(AuditView.brief("sample-lender")).isEqualTo("sample-lender");
        assertThat(AuditView.brief("")).isEmpty();
    }
}
