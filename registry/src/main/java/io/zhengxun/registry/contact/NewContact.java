package io.zhengxun.registry.contact;

/**
 * A contact to be added. With neither institution nor centre it becomes one of those for whom the person who adds it acts.
 *
 * @param numberPrefix of the institution whose contact it becomes; null if none's
 * @param centre region code of the centre whose contact it becomes; null if none's
 */
public record NewContact(String numberPrefix, String centre, ContactForm form) {}
