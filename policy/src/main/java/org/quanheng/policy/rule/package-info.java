/** Eligibility rules: DMN decision tables that a risk officer can read, compiled once and evaluated by KIE. */
@NullMarked
package org.quanheng.policy.rule;

import org.jspecify.annotations.NullMarked;
