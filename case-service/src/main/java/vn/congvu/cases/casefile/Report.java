package vn.congvu.cases.casefile;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.casefile.Dialogue.Part;
import vn.congvu.cases.policy.Severity;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.intake.ComplaintReceived.Accused;

/**
 * What came in, as the case keeps it.
 *
 * @param texts the complaint and, as they arrived, its further parts
 * @param occurredOn the day it happened, ISO 8601
 * @param samePersonRef the same for all that one person sent, to suggest duplicates by; never leaves this service
 * @param identityRef opens, in the vault of the intake service, who reported; never leaves this service
 */
public record Report(
        String complaintId,
        String reference,
        Channel channel,
        ComplaintKind kind,
        List<Misconduct> misconducts,
        Severity severity,
        List<SealedText> texts,
        @Nullable String agencyCode,
        @Nullable SealedText agencyWords,
        @Nullable String dossierCode,
        @Nullable String communeCode,
        @Nullable String field,
        @Nullable Accused accused,
        @Nullable String occurredOn,
        Instant receivedAt,
        Reporter reporter,
        @Nullable String identityRef,
        @Nullable String samePersonRef,
        List<Evidence> evidence) {
    public Report {
        misconducts = List.copyOf(misconducts);
        texts = List.copyOf(texts);
        evidence = List.copyOf(evidence);
    }

    /** A photo, document or recording that the intake service keeps. */
    public record Evidence(String evidenceId, String mediaType, long bytes, Instant addedAt) {}

    boolean accusesHead() {
        return accused != null && accused.head();
    }

    Report with(Evidence added) {
        return copy(
                kind,
                misconducts,
                severity,
                texts,
                Stream.concat(evidence.stream(), Stream.of(added)).toList());
    }

    Report withPart(SealedText part) {
        return copy(
                kind,
                misconducts,
                severity,
                Stream.concat(texts.stream(), Stream.of(part)).toList(),
                evidence);
    }

    Report classified(ComplaintKind as, List<Misconduct> conduct, Severity grave) {
        return copy(as, conduct, grave, texts, evidence);
    }

    /** The report as the case of a part reads it: its own words, another agency. */
    Report part(Part part) {
        return new Report(
                complaintId,
                reference,
                channel,
                part.kind(),
                List.of(),
                Severity.NORMAL,
                List.of(part.text()),
                part.agencyCode(),
                null,
                null,
                communeCode,
                null,
                null,
                occurredOn,
                receivedAt,
                reporter,
                identityRef,
                samePersonRef,
                List.of());
    }

    private Report copy(
            ComplaintKind as, List<Misconduct> conduct, Severity grave, List<SealedText> words, List<Evidence> proofs) {
        return new Report(
                complaintId,
                reference,
                channel,
                as,
                conduct,
                grave,
                words,
                agencyCode,
                agencyWords,
                dossierCode,
                communeCode,
                field,
                accused,
                occurredOn,
                receivedAt,
                reporter,
                identityRef,
                samePersonRef,
                proofs);
    }
}
