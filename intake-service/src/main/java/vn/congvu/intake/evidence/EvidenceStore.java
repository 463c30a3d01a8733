package vn.congvu.intake.evidence;

import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.bson.BsonString;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Ids;
import vn.congvu.intake.cleaning.Cleaner;
import vn.congvu.intake.cleaning.Cleaning;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.ComplaintChange;
import vn.congvu.intake.complaint.Complaints;
import vn.congvu.intake.vault.OriginalSeals;
import vn.congvu.platform.problem.Problem;

/**
 * Keeps files: first what was sent, sealed, and the clean copy that others may see, then, in one write with its event, their entry
 * in the report. A file without an entry is invisible and does no harm.
 */
@Component
public class EvidenceStore {
    private static final String CLEAN = "evidence";
    private static final String SENT = "evidence_originals";

    private final GridFSBucket copies;
    private final GridFSBucket originals;
    private final OriginalSeals seals;
    private final Cleaner cleaner;
    private final Complaints complaints;
    private final Clock clock;

    EvidenceStore(
            MongoDatabaseFactory databases, OriginalSeals seals, Cleaner cleaner, Complaints complaints, Clock clock) {
        this.copies = GridFSBuckets.create(databases.getMongoDatabase(), CLEAN);
        this.originals = GridFSBuckets.create(databases.getMongoDatabase(), SENT);
        this.seals = seals;
        this.cleaner = cleaner;
        this.complaints = complaints;
        this.clock = clock;
    }

    /**
     * Keeps the sound of a call; the same sound again adds nothing.
     *
     * @throws IllegalArgumentException if it is no sound, or can't be made clean now
     */
    public void addRecording(String complaintId, byte[] sound) {
        var attachment = keep(complaintId, sound, clean(sound));
        var entered = false;
        try {
            enter(complaintId, attachment, false);
            entered = true;
        } finally {
            if (!entered) {
                drop(attachment);
            }
        }
    }

    private Cleaning.Clean clean(byte[] sound) {
        try {
            var kind = MediaTypes.of(new ByteArrayInputStream(sound))
                    .filter(found -> found.mediaType().startsWith("audio/"))
                    .orElseThrow(() -> new IllegalArgumentException("not a recording but something else"));
            return switch (cleaner.clean(kind.mediaType(), sound)) {
                case Cleaning.Clean clean -> clean;
                case Cleaning.Refused refused ->
                    throw new IllegalArgumentException(refused.reason().en());
            };
        } catch (IOException unreadable) {
            throw new IllegalStateException("bytes in memory could not be read", unreadable);
        } catch (Problem notNow) {
            throw new IllegalArgumentException(notNow.getMessage(), notNow);
        }
    }

    /** Keeps both, not in the report yet. */
    Complaint.Attachment keep(String complaintId, byte[] sent, Cleaning.Clean clean) {
        var id = Ids.next();
        var metadata = new Document("complaintId", complaintId).append("mediaType", clean.mediaType());
        upload(originals, id, seals.seal(complaintId, id, sent), new Document("complaintId", complaintId));
        upload(copies, id, clean.content(), metadata);
        return new Complaint.Attachment(
                id,
                clean.mediaType(),
                clean.content().length,
                sha256(sent),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Enters it into the report, or finds the same file there. */
    Complaint.Attachment enter(String complaintId, Complaint.Attachment attachment, boolean bySomebody) {
        var complaint = complaints.change(complaintId, new ComplaintChange.AddAttachment(attachment, bySomebody));
        var stored = complaint.attachments().stream()
                .filter(one -> one.sha256().equals(attachment.sha256()))
                .findFirst()
                .orElse(attachment);
        if (!stored.attachmentId().equals(attachment.attachmentId())) {
            drop(attachment);
        }
        return stored;
    }

    /** For what did not come into the report. */
    void drop(Complaint.Attachment attachment) {
        var id = new BsonString(attachment.attachmentId());
        copies.delete(id);
        originals.delete(id);
        seals.forget(attachment.attachmentId());
    }

    InputStream open(Complaint.Attachment attachment) {
        return copies.openDownloadStream(new BsonString(attachment.attachmentId()));
    }

    /** Whether the file can still be seen as it was sent. */
    public boolean hasOriginal(Complaint.Attachment attachment) {
        return seals.isKept(attachment.attachmentId());
    }

    /**
     * The file as it was sent; for the custodian only, to whom it was granted.
     *
     * @return empty once its key is destroyed
     * @throws IllegalStateException if the custodian's key is not here
     */
    public Optional<Original> original(Complaint.Attachment attachment) {
        var id = attachment.attachmentId();
        var sealed = new ByteArrayOutputStream();
        originals.downloadToStream(new BsonString(id), sealed);
        return seals.open(id, sealed.toByteArray()).map(content -> new Original(nameOf(id, content), content));
    }

    private static String nameOf(String id, byte[] content) {
        try {
            return MediaTypes.of(new ByteArrayInputStream(content))
                    .map(kind -> id + "-original." + MediaTypes.endingOf(kind.mediaType()))
                    .orElse(id + "-original.bin");
        } catch (IOException unreadable) {
            throw new IllegalStateException("bytes in memory could not be read", unreadable);
        }
    }

    private static void upload(GridFSBucket bucket, String id, byte[] content, Document metadata) {
        bucket.uploadFromStream(
                new BsonString(id),
                id,
                new ByteArrayInputStream(content),
                new GridFSUploadOptions().metadata(metadata));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }
}
