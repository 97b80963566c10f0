package io.zhengxun.registry.complaint;

/**
 * A picture that the holder sent, as staff see it in the case.
 *
 * @param position from 1
 */
public record ComplaintPicture(int position, State state) {

    /** Chinese labels are the messages {@code complaint.picture.<name>}. */
    public enum State {
        /** It is still to be fetched from the platform. */
        WAITING,
        KEPT,
        /** The platform did not give it before its three days were over. */
        LOST,
        /** It is no picture, or larger than {@link PictureContent#LARGEST}. */
        UNFIT
    }
}
