'use strict';

// The phones with their chats, and what went over the wire. Texts of replies arrive taken apart (text, link, menu).

const OUTCOMES = {
  'answered': '已正常回复',
  'no-answer': '5 秒内没有回复',
  'lost': '回复丢失或到得太晚（故障开关）',
  'no-connection': '连不上机器人',
  'http-status': 'HTTP 状态不是 200',
  'not-utf8': '回复不是 UTF-8',
  'not-xml': '回复不是微信要求的 XML',
  'plain-in-safe-mode': '安全模式下回复了明文',
  'encrypted-in-plain-mode': '明文模式下回复了密文',
  'bad-signature': '回复的签名不正确',
  'bad-cipher': '回复无法解密',
  'foreign-app-id': '回复里的 AppID 不是本账号',
  'wrong-recipient': '收件人不是这位用户',
  'wrong-sender': '发件人不是本账号',
  'bad-create-time': 'CreateTime 不正确',
  'unknown-type': '回复的消息类型不存在',
  'no-content': '回复没有内容',
};

const TYPES = {
  image: '图片', voice: '语音', video: '视频', shortvideo: '小视频', location: '位置', link: '链接',
  news: '图文', music: '音乐', transfer_customer_service: '已转接人工客服',
};

const EVENTS = {
  subscribe: '你已关注公众号', unsubscribe: '你已取消关注', SCAN: '你扫了二维码',
  subscribe_msg_popup_event: '你回答了消息订阅的弹窗', subscribe_msg_change_event: '你关闭了消息订阅',
};

const SENDERS = { TEMPLATE: '服务通知', SUBSCRIPTION: '订阅通知', MINI: '小程序通知' };
const UNREAD = 'zhengxun-simulator-seen';

const KINDS = [
  ['图片', { type: 'image' }],
  ['语音', { type: 'voice' }],
  ['识别语音', { type: 'voice', fields: { Recognition: '查证书。' } }],
  ['视频', { type: 'video' }],
  ['位置', { type: 'location' }],
  ['链接', { type: 'link' }],
  ['未知类型', { type: 'hologram', fields: { Depth: '3' } }],
  ['未知事件', { type: 'event', fields: { Event: 'brand_new_event' } }],
  ['表情符号', { type: 'text', content: '😀🎓' }],
  ['特殊字符', { type: 'text', content: '<b>粗体</b> & ]]> 结束' }],
];

const FIVE_MINUTES = 5 * 60 * 1000;
const chat = byId('chat');
const text = byId('text');

let phones = [];
let current = null;
let lastNumber = 0;
let lastTime = 0;
let generation = 0;
let lively = 0;
let broken = false;
let selected = 0;
let drafts = new Map();

// --- Phones

/** How many lines of each phone's account this browser has shown; a new start of the server counts from 0 again. */
const seen = new Map(Object.entries(JSON.parse(sessionStorage.getItem(UNREAD) || '{}')));

function markSeen(phone) {
  if (seen.get(phone.openId) === phone.heard) return;
  seen.set(phone.openId, phone.heard);
  sessionStorage.setItem(UNREAD, JSON.stringify(Object.fromEntries(seen)));
}

function unreadOf(phone) {
  const known = seen.get(phone.openId) || 0;
  return phone.heard < known ? phone.heard : phone.heard - known;
}

function phoneTab(phone) {
  const tab = button('', undefined, () => choose(phone.openId));
  tab.setAttribute('aria-pressed', String(phone.openId === current));
  tab.append(element('b', '', phone.name));
  if (phone.role) tab.append(element('small', '', phone.role));
  const badge = phone.openId === current ? null : unreadBadge(unreadOf(phone));
  if (badge) tab.append(badge);
  const item = element('li');
  item.append(tab);
  return item;
}

let shownPhones = '';
function showPhones() {
  const state = JSON.stringify([current, phones, [...seen]]);
  if (state === shownPhones) return;
  shownPhones = state;
  const focused = document.activeElement && byId('phones').contains(document.activeElement);
  byId('phones').replaceChildren(...phones.map(phoneTab));
  if (focused) byId('phones').querySelector('[aria-pressed="true"]').focus();
}

async function refreshPhones() {
  phones = await call('GET', 'phones');
  const shown = phones.find((phone) => phone.openId === current);
  if (shown && !document.hidden) markSeen(shown);
  showPhones();
}
setInterval(() => { if (current && !document.hidden) refreshPhones().catch(() => {}); }, 2500);

function choose(openId) {
  if (current) drafts.set(current, text.value);
  current = openId;
  location.hash = openId;
  generation += 1;
  lastNumber = 0;
  lastTime = 0;
  chat.replaceChildren();
  atEnd = true;
  text.value = drafts.get(openId) || '';
  grow();
  closeSheet();
  const phone = phones.find((each) => each.openId === openId);
  if (phone) markSeen(phone);
  showPhones();
  byId('phones').querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  poll();
}

function name() {
  const phone = phones.find((each) => each.openId === current);
  return phone ? phone.name : '';
}

function showFollowing(following) {
  byId('profile').hidden = following;
  chat.hidden = !following;
  byId('composer').hidden = !following;
  byId('keys-shown').hidden = !following;
  byId('more').hidden = !following;
  if (!following) openMenu(false);
}

function showHearing(hearing) {
  byId('deaf').hidden = hearing === 'ALL';
  byId('deaf').textContent = { BLOCKED: '已拒收此账号的消息', REFUSED: '已拒绝此账号', BLACKLISTED: '已被账号拉黑' }[hearing] || '';
}

// --- Chat

function lookButton(exchange) {
  const made = button('look', '⇄', () => look(exchange, true));
  made.title = '查看原始往来';
  made.setAttribute('aria-label', '查看这条消息的原始往来');
  made.dataset.exchange = exchange;
  made.setAttribute('aria-pressed', String(exchange === selected));
  return made;
}

function piece(part, message) {
  if (part.kind === 'LINK') {
    const link = element('a', '', part.text);
    // A page of ours asks who looks: it opens as this phone's user.
    link.href = part.target.startsWith(`${location.origin}/m/`)
      ? `phones/${encodeURIComponent(current)}/messages/${message.number}/link`
      : part.target;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    return link;
  }
  if (part.kind === 'MENU') {
    const tap = element('button', 'tap', part.text);
    tap.type = 'button';
    tap.addEventListener('click', act(() => send({ type: 'text', content: part.target, menuId: part.menuId })));
    return tap;
  }
  return element('span', '', part.text);
}

function grey(message) {
  const unavailable = message.type === 'unavailable';
  const plain = message.parts.map((part) => part.text).join('');
  const line = element('li', unavailable ? 'system bad' : 'system',
    unavailable ? plain : EVENTS[plain] || `事件：${plain}`);
  if (message.exchange) line.append(' ', lookButton(message.exchange));
  return line;
}

/** A message of a template: title, fields, and the page behind it, which opens as this phone's user. */
function cardLine(message) {
  const { card } = message;
  const line = element('li', 'message ACCOUNT notice');
  const box = element('article', `card-message ${card.sender}`);
  box.append(element('p', 'sender', SENDERS[card.sender] || '通知'), element('h4', '', card.title));
  const list = element('dl');
  card.lines.forEach(({ label, value }) => list.append(element('dt', '', label), element('dd', '', value)));
  box.append(list);
  if (/^https?:/.test(card.link)) {
    const link = element('a', 'details', '查看详情');
    link.href = `phones/${encodeURIComponent(current)}/messages/${message.number}/link`;
    link.target = '_blank';
    link.rel = 'noopener';
    link.addEventListener('click', (event) => {
      // As wide as a phone where there is room for a second window.
      if (!window.matchMedia('(min-width: 861px)').matches || event.ctrlKey || event.metaKey) return;
      if (window.open(link.href, '_blank', 'popup,width=400,height=780')) event.preventDefault();
    });
    box.append(link);
  } else if (card.link) {
    box.append(element('p', 'details', `小程序页面：${card.link}`));
  }
  line.append(box);
  return line;
}

function bubbleLine(message) {
  const line = element('li', `message ${message.side}`);
  const user = message.side === 'USER';
  const avatar = element('div', user ? 'avatar' : 'avatar account', user ? name().slice(0, 1) : '证');
  avatar.setAttribute('aria-hidden', 'true');
  const bubble = element('div', 'bubble');
  bubble.append(element('span', 'hidden', user ? '我：' : '证讯：'));
  if (message.type === 'text') {
    bubble.append(...message.parts.map((part) => piece(part, message)));
  } else {
    bubble.classList.add('other');
    bubble.append(`[${TYPES[message.type] || `未知类型 ${message.type}`}]`);
  }
  line.append(avatar, bubble);
  if (message.exchange) line.append(lookButton(message.exchange));
  return line;
}

function show(message) {
  const at = new Date(message.at);
  if (at.getTime() - lastTime > FIVE_MINUTES) chat.append(element('li', 'time', timeText(at)));
  lastTime = at.getTime();
  lastNumber = message.number;
  if (message.card) chat.append(cardLine(message));
  else chat.append(message.side === 'SYSTEM' || message.type === 'event' ? grey(message) : bubbleLine(message));
}

async function fetchChat() {
  const asked = generation;
  const view = await call('GET', `phones/${encodeURIComponent(current)}/messages?after=${lastNumber}`);
  if (asked !== generation) return;
  if (broken) location.reload();
  showFollowing(view.phone.following);
  showHearing(view.phone.hearing);
  if (!document.hidden) markSeen(view.phone);
  const fresh = view.messages.filter((message) => message.number > lastNumber);
  fresh.forEach(show);
  if (fresh.some((message) => message.side === 'USER')) atEnd = true;
  if (fresh.length) stayAtEnd();
}

// Whoever has scrolled up to read stays there; everybody else sees the latest line, also when the input grows.
let atEnd = true;
function stayAtEnd() {
  if (atEnd) chat.scrollTop = chat.scrollHeight;
}
chat.addEventListener('scroll', () => { atEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 60; });
new ResizeObserver(stayAtEnd).observe(chat);

let pollTimer;
async function poll() {
  clearTimeout(pollTimer);
  const asked = generation;
  try {
    if (!document.hidden && current) await fetchChat();
    byId('outage').hidden = true;
  } catch (failure) {
    broken = true;
    byId('outage').hidden = false;
  }
  if (asked === generation) {
    clearTimeout(pollTimer);
    pollTimer = setTimeout(poll, broken ? 2000 : Date.now() < lively ? 200 : 1500);
  }
}

/** Looks often for a while: three attempts take 15 s at most. */
function waitForAnswer() {
  lively = Date.now() + 17000;
  poll();
}

async function send(draft) {
  await call('POST', `phones/${encodeURIComponent(current)}/messages`, draft);
  waitForAnswer();
}

function grow() {
  text.style.height = 'auto';
  // Hidden, it has no height to measure.
  if (text.scrollHeight) text.style.height = `${Math.min(text.scrollHeight + 2, 132)}px`;
  byId('send').disabled = text.value.trim() === '';
}

function openMenu(open) {
  byId('more-menu').hidden = !open;
  byId('more').setAttribute('aria-expanded', String(open));
}

function openKinds(open) {
  byId('kinds').hidden = !open;
  byId('kinds-toggle').setAttribute('aria-expanded', String(open));
}

const submit = act(async () => {
  const content = text.value;
  if (content.trim() === '') return;
  await send({ type: 'text', content });
  text.value = '';
  grow();
});

// --- Raw exchange

/** One element a line, so that the message can be read; contents stay as they are. */
function readable(xml) {
  return xml.replace(/^<xml>\s*/, '<xml>\n').replace(/(<\/[A-Za-z_][\w.-]*>)\s*(?=<)/g, '$1\n');
}

function raw(title, content) {
  const box = document.createDocumentFragment();
  if (content) {
    const pre = element('pre', '', content);
    pre.tabIndex = 0;
    pre.setAttribute('aria-label', title);
    box.append(element('h4', '', title), pre);
  }
  return box;
}

function attemptBox(attempt, open, doubled) {
  const box = element('details');
  box.open = open;
  const summary = element('summary', '', `第 ${attempt.number} 次推送${doubled ? `（第 ${attempt.copy} 份）` : ''}：`);
  summary.append(
    element('span', attempt.outcome === 'answered' ? 'good' : 'bad-text', OUTCOMES[attempt.outcome] || attempt.outcome),
    `　${attempt.status ? `HTTP ${attempt.status}　` : ''}${attempt.durationMillis} 毫秒`);
  const content = element('div');
  content.append(
    raw('请求参数', attempt.query.replaceAll('&', '\n')),
    raw('推送的正文', readable(attempt.sent)),
    raw('机器人的回复，原样', readable(attempt.received) || (attempt.status ? '（空）' : '')),
    raw('机器人的回复，解密后', readable(attempt.opened)));
  box.append(summary, content);
  return box;
}

function noExchange() {
  byId('exchange').replaceChildren(element('p', 'note', '点消息旁的 ⇄，查看微信与机器人之间的原始数据：参数、明文、密文与回复。'));
}

let shownAttempts = -1;
async function look(number, scroll) {
  selected = number;
  document.querySelectorAll('.look').forEach((button) => {
    button.setAttribute('aria-pressed', String(Number(button.dataset.exchange) === number));
  });
  shownAttempts = -1;
  await refreshExchange();
  if (!scroll) return;
  openTab('exchange');
  if (window.matchMedia('(max-width: 860px)').matches) tabs.scrollIntoView();
}

async function refreshExchange() {
  const number = selected;
  const exchange = await call('GET', `exchanges/${number}`);
  if (number !== selected || exchange.attempts.length === shownAttempts) return;
  shownAttempts = exchange.attempts.length;
  const doubled = exchange.attempts.some((attempt) => attempt.copy > 1);
  const at = new Date(exchange.at).toLocaleTimeString('zh-CN', { hour12: false });
  const plain = element('pre', '', readable(exchange.plainXml));
  plain.tabIndex = 0;
  plain.setAttribute('aria-label', '消息明文');
  byId('exchange').replaceChildren(
    element('p', 'summary', `往来 ${exchange.number}　${at}　${exchange.attempts.length ? '' : '等待机器人回复……'}`),
    element('h3', '', '消息明文'),
    plain,
    ...exchange.attempts.map((attempt, index) => attemptBox(attempt, index === exchange.attempts.length - 1, doubled)));
}

setInterval(() => {
  if (selected && Date.now() < lively && !document.hidden) refreshExchange().catch(() => {});
}, 500);

// --- Start

function suggest(suggestion) {
  const choice = button('', undefined, () => {
    if (byId('composer').hidden) {
      toast('请先关注公众号。');
      return;
    }
    text.value = suggestion.text;
    grow();
    text.focus();
  });
  choice.append(element('b', '', suggestion.label), element('span', '', suggestion.text));
  const item = element('li');
  item.append(choice);
  return item;
}

function showSuggestions(all) {
  byId('suggestions').replaceChildren(...all.map(suggest));
  if (!all.length) byId('try-note').textContent = '暂无示例。';
}

byId('kinds').append(...KINDS.map(([label, draft]) => button('', label, async () => { openKinds(false); await send(draft); })));
byId('kinds-toggle').addEventListener('click', () => openKinds(byId('kinds').hidden));
byId('more').addEventListener('click', () => openMenu(byId('more-menu').hidden));
byId('composer').addEventListener('submit', submit);
text.addEventListener('input', grow);
text.addEventListener('keydown', (event) => {
  // While an input method is composing, Enter only chooses the characters.
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') { openMenu(false); openKinds(false); closeSheet(); }
});
document.addEventListener('visibilitychange', () => { if (!document.hidden) poll(); });

async function follow(word) {
  await call('POST', `phones/${encodeURIComponent(current)}/${word}`);
  waitForAnswer();
}
byId('follow').addEventListener('click', act(() => follow('follow')));
byId('unfollow').addEventListener('click', act(() => follow('unfollow')));
byId('add-phone').addEventListener('click', () => openSheet('新增一位用户', newPhoneForm()));

function newPhoneForm() {
  const form = element('form', 'new-phone');
  const fields = [['name', '姓名', '如：王老师'], ['role', '身份', '如：机构联系人']].map(([key, label, hint]) => {
    const input = element('input');
    input.name = key;
    input.maxLength = 12;
    input.placeholder = hint;
    const box = element('label', '', label);
    box.append(input);
    return box;
  });
  const done = element('button', 'primary', '新增');
  form.append(...fields, done);
  form.addEventListener('submit', act(async () => {
    const values = Object.fromEntries(new FormData(form));
    const added = await call('POST', 'phones', values);
    phones = await call('GET', 'phones');
    choose(added.openId);
  }));
  return form;
}

function tick() {
  byId('clock').textContent = timeText(new Date());
}

const start = act(async () => {
  tick();
  setInterval(tick, 10000);
  noExchange();
  phones = await call('GET', 'phones');
  const wanted = decodeURIComponent(location.hash.slice(1));
  choose(phones.some((phone) => phone.openId === wanted) ? wanted : phones[0].openId);
  showSuggestions(await call('GET', 'suggestions'));
  parts.start();
});
// Once all parts are there.
document.addEventListener('DOMContentLoaded', start);
