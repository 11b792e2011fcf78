package org.quanheng.policy.rule;

/** What a matching row of an eligibility table does. */
public enum Effect {
    DECLINE,
    REFER
}
