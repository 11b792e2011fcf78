package org.quanheng.app.access;

import java.util.List;

/** The rules of the routes of one part of the platform; each part that has routes declares one bean of this type. */
public record RouteRules(List<RouteRule> rules) {
    public static RouteRules of(RouteRule... rules) {
        return new RouteRules(List.of(rules));
    }
}
