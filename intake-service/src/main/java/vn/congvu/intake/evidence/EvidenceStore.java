package vn.congvu.intake.evidence;

import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.bson.BsonString;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Ids;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.ComplaintChange;
import vn.congvu.intake.complaint.Complaints;

/**
 * Keeps files: first the bytes, then, in one write with its event, their entry in the report. A file without an entry is invisible
 * and does no harm.
 */
@Component
public class EvidenceStore {
    private static final String BUCKET = "evidence";

    private final GridFSBucket bucket;
    private final Complaints complaints;
    private final Clock clock;

    EvidenceStore(MongoDatabaseFactory databases, Complaints complaints, Clock clock) {
        this.bucket = GridFSBuckets.create(databases.getMongoDatabase(), BUCKET);
        this.complaints = complaints;
        this.clock = clock;
    }

    /**
     * Keeps the sound of a call; the same sound again adds nothing.
     *
     * @throws IllegalArgumentException if it is no sound
     */
    public void addRecording(String complaintId, byte[] sound) {
        try {
            var kind = MediaTypes.of(new ByteArrayInputStream(sound))
                    .filter(found -> found.mediaType().startsWith("audio/"))
                    .orElseThrow(() -> new IllegalArgumentException("not a recording but something else"));
            add(complaintId, new ByteArrayInputStream(sound), sound.length, kind.mediaType(), false);
        } catch (IOException unreadable) {
            throw new IllegalStateException("bytes in memory could not be read", unreadable);
        }
    }

    Complaint.Attachment add(
            String complaintId, InputStream content, long bytes, String mediaType, boolean bySomebody) {
        var id = Ids.next();
        var digested = new DigestInputStream(content, sha256());
        var metadata = new Document("complaintId", complaintId).append("mediaType", mediaType);
        bucket.uploadFromStream(new BsonString(id), id, digested, new GridFSUploadOptions().metadata(metadata));
        var sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
        var attachment = new Complaint.Attachment(
                id, mediaType, bytes, sha256, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var linked = false;
        try {
            var complaint = complaints.change(complaintId, new ComplaintChange.AddAttachment(attachment, bySomebody));
            var stored = complaint.attachments().stream()
                    .filter(one -> one.sha256().equals(sha256))
                    .findFirst()
                    .orElse(attachment);
            linked = stored.attachmentId().equals(id);
            return stored;
        } finally {
            if (!linked) {
                bucket.delete(new BsonString(id));
            }
        }
    }

    InputStream open(Complaint.Attachment attachment) {
        return bucket.openDownloadStream(new BsonString(attachment.attachmentId()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }
}
