package org.quanheng.app.board.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the lender wants to reach; each figure of the board stands beside its target. */
@Component
record Targets(
        @Value("${quanheng.target.bad-rate-most}") double badRateMost,
        @Value("${quanheng.target.minutes-most}") double minutesMost,
        @Value("${quanheng.target.left-most}") double leftMost,
        @Value("${quanheng.target.straight-through-least}") double straightThroughLeast) {}
