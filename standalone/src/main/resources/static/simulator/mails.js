'use strict';

// The e-mails that would have gone out, of all recipients.

let lastMail = 0;
let unreadMails = 0;
let mailsShown = false;

function mailRow(mail) {
  const row = element('li');
  const box = element('details');
  const summary = element('summary');
  summary.append(
    element('b', '', mail.subject || '（无主题）'),
    element('small', '', `${mail.to}　${timeText(new Date(mail.at))}`));
  const text = element('pre', '', mail.text);
  text.tabIndex = 0;
  box.append(summary, text);
  row.append(box);
  return row;
}

function showMailBadge() {
  const tab = byId('mails-tab');
  tab.querySelector('.unread')?.remove();
  const badge = unreadBadge(unreadMails);
  if (badge) tab.append(badge);
}

async function refreshMails() {
  const inbox = await call('GET', `mails?after=${lastMail}`);
  byId('no-mails').hidden = lastMail > 0 || inbox.mails.length > 0;
  byId('no-mails').textContent = inbox.open
    ? '还没有邮件。通知走到邮件渠道时，会出现在这里。' : '邮件没有接到这里（已另设邮件服务器）。';
  if (!inbox.mails.length) return;
  lastMail = inbox.mails[inbox.mails.length - 1].number;
  byId('mails').prepend(...inbox.mails.reverse().map(mailRow));
  if (!mailsShown) unreadMails += inbox.mails.length;
  showMailBadge();
}

parts.tabOpened = (name) => {
  mailsShown = name === 'mails';
  if (mailsShown) {
    unreadMails = 0;
    showMailBadge();
  }
};

setInterval(() => { if (!document.hidden) refreshMails().catch(() => {}); }, 3000);
