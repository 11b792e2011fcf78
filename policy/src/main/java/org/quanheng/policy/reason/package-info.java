/** Reasons of an answer as codes with parameters, and their wording for applicants in Chinese and English. */
@NullMarked
package org.quanheng.policy.reason;

import org.jspecify.annotations.NullMarked;
