package vn.congvu.cases.routing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a report when its addressee is sought.
 *
 * @param agencyCode the agency that was chosen, by code
 * @param agencyWords the agency in the reporter's own words, where they are no known code
 * @param dossierAgencyCode the agency of the dossier {@code dossierCode}, found by the caller, who knows dossiers
 * @param text everything the reporter wrote; may be empty
 * @param accusedIsHead the accused is the head or a deputy of the agency
 * @param date the day the head is sought for
 * @param previousTransfers how often the content was passed on to another agency before this question
 */
public record RoutingQuestion(
        @Nullable String agencyCode,
        @Nullable String agencyWords,
        @Nullable String dossierAgencyCode,
        @Nullable String dossierCode,
        @Nullable String communeCode,
        @Nullable String field,
        String text,
        boolean accusedIsHead,
        LocalDate date,
        int previousTransfers) {}
