package org.quanheng.app.access;

import java.util.Optional;
import java.util.UUID;

/** Whose an application is. The part that keeps applications implements it. */
public interface ApplicationOwners {
    /** The customer who made the application, or empty if there is no such application. */
    Optional<UUID> ownerOf(UUID applicationId);
}
