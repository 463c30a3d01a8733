package vn.congvu.intake.cleaning;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Copies what a page draws with, and leaves out whatever acts, points elsewhere or tells of its origin. */
final class PdfCopy {
    private static final int MOST_OBJECTS = 200_000;
    private static final int DEEPEST = 200;
    private static final int LARGEST_PICTURE = 64 * 1024 * 1024;
    private static final List<String> JPEG = List.of("DCTDecode", "DCT");
    private static final String JPEG_2000 = "JPXDecode";

    private static final Set<COSName> LEFT_OUT = Stream.of(
                    "A",
                    "AA",
                    "AF",
                    "Alternates",
                    "Annots",
                    "B",
                    "Dests",
                    "EF",
                    "EmbeddedFiles",
                    "F",
                    "FDecodeParms",
                    "FFilter",
                    "JS",
                    "JavaScript",
                    "LastModified",
                    "Launch",
                    "Measure",
                    "Metadata",
                    "Names",
                    "OC",
                    "OPI",
                    "OpenAction",
                    "Parent",
                    "PieceInfo",
                    "Properties",
                    "PtData",
                    "Ref",
                    "RichMedia",
                    "StructParent",
                    "StructParents",
                    "Thumb",
                    "URI",
                    "URIS",
                    "VP")
            .map(COSName::getPDFName)
            .collect(Collectors.toUnmodifiableSet());

    private final COSDocument target;
    private final Map<COSBase, COSBase> copies = new IdentityHashMap<>();
    private int depth;

    PdfCopy(COSDocument target) {
        this.target = target;
    }

    /** @throws IOException if it can't be copied clean */
    COSBase of(COSBase original) throws IOException {
        var meant = original instanceof COSObject pointer ? pointer.getObject() : original;
        if (meant == null) {
            return COSNull.NULL;
        }
        var known = copies.get(meant);
        if (known != null) {
            return known;
        }
        if (copies.size() > MOST_OBJECTS || ++depth > DEEPEST) {
            throw new IOException("more objects than a document has");
        }
        try {
            return switch (meant) {
                case COSStream stream -> stream(stream);
                case COSDictionary dictionary -> dictionary(dictionary, new COSDictionary());
                case COSArray array -> array(array);
                default -> meant;
            };
        } finally {
            depth--;
        }
    }

    private COSBase array(COSArray original) throws IOException {
        var copy = new COSArray();
        copies.put(original, copy);
        for (int i = 0; i < original.size(); i++) {
            var item = original.get(i);
            copy.add(item == null ? COSNull.NULL : of(item));
        }
        return copy;
    }

    private COSDictionary dictionary(COSDictionary original, COSDictionary copy) throws IOException {
        copies.put(original, copy);
        for (var entry : original.entrySet()) {
            if (!LEFT_OUT.contains(entry.getKey())) {
                copy.setItem(entry.getKey(), of(entry.getValue()));
            }
        }
        return copy;
    }

    private COSBase stream(COSStream original) throws IOException {
        if ("PS".equals(original.getNameAsString(COSName.SUBTYPE))
                || "PS".equals(original.getNameAsString(COSName.getPDFName("Subtype2")))) {
            throw new IOException("a program instead of a drawing");
        }
        var copy = target.createCOSStream();
        dictionary(original, copy);
        copy.removeItem(COSName.LENGTH);
        var filters = new PDStream(original)
                .getFilters().stream().map(COSName::getName).toList();
        if (filters.contains(JPEG_2000)) {
            throw new IOException("JPEG 2000 carries its own metadata");
        }
        if (filters.stream().anyMatch(JPEG::contains)) {
            jpeg(original, copy);
            return copy;
        }
        try (var from = original.createRawInputStream();
                var to = copy.createRawOutputStream()) {
            from.transferTo(to);
        }
        return copy;
    }

    /** A photo in a document has the place and the camera in it as any other. */
    private static void jpeg(COSStream original, COSStream copy) throws IOException {
        byte[] picture;
        try (var decoded = new PDStream(original).createInputStream(JPEG)) {
            picture = decoded.readNBytes(LARGEST_PICTURE);
        }
        try (var to = copy.createRawOutputStream()) {
            to.write(JpegSegments.withoutMetadata(picture));
        }
        copy.setItem(COSName.FILTER, COSName.DCT_DECODE);
        copy.removeItem(COSName.DECODE_PARMS);
    }
}
