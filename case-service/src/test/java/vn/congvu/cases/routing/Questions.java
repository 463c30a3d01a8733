package vn.congvu.cases.routing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Questions to the router by situation. */
record Questions(RoutingQuestion question) {
    static Questions naming(@Nullable String agencyCode) {
        return new Questions(new RoutingQuestion(
                agencyCode, null, null, null, null, null, "", false, LocalDate.of(2026, 11, 16), 0));
    }

    static Questions saying(String text) {
        return naming(null).text(text);
    }

    Questions text(String text) {
        var q = question;
        return new Questions(new RoutingQuestion(
                q.agencyCode(),
                q.agencyWords(),
                q.dossierAgencyCode(),
                q.dossierCode(),
                q.communeCode(),
                q.field(),
                text,
                q.accusedIsHead(),
                q.date(),
                q.previousTransfers()));
    }

    Questions words(String words) {
        var q = question;
        return new Questions(new RoutingQuestion(
                q.agencyCode(),
                words,
                q.dossierAgencyCode(),
                q.dossierCode(),
                q.communeCode(),
                q.field(),
                q.text(),
                q.accusedIsHead(),
                q.date(),
                q.previousTransfers()));
    }

    Questions dossierOf(String agencyCode) {
        var q = question;
        return new Questions(new RoutingQuestion(
                q.agencyCode(),
                q.agencyWords(),
                agencyCode,
                "HS-1",
                q.communeCode(),
                q.field(),
                q.text(),
                q.accusedIsHead(),
                q.date(),
                q.previousTransfers()));
    }

    Questions place(String commune, String field) {
        var q = question;
        return new Questions(new RoutingQuestion(
                q.agencyCode(),
                q.agencyWords(),
                q.dossierAgencyCode(),
                q.dossierCode(),
                commune,
                field,
                q.text(),
                q.accusedIsHead(),
                q.date(),
                q.previousTransfers()));
    }

    Questions accusedIsHead() {
        var q = question;
        return new Questions(new RoutingQuestion(
                q.agencyCode(),
                q.agencyWords(),
                q.dossierAgencyCode(),
                q.dossierCode(),
                q.communeCode(),
                q.field(),
                q.text(),
                true,
                q.date(),
                q.previousTransfers()));
    }

    Questions on(LocalDate date) {
        var q = question;
        return new Questions(new RoutingQuestion(
                q.agencyCode(),
                q.agencyWords(),
                q.dossierAgencyCode(),
                q.dossierCode(),
                q.communeCode(),
                q.field(),
                q.text(),
                q.accusedIsHead(),
                date,
                q.previousTransfers()));
    }

    Questions transferred(int times) {
        var q = question;
        return new Questions(new RoutingQuestion(
                q.agencyCode(),
                q.agencyWords(),
                q.dossierAgencyCode(),
                q.dossierCode(),
                q.communeCode(),
                q.field(),
                q.text(),
                q.accusedIsHead(),
                q.date(),
                times));
    }
}
