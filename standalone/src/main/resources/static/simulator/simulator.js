'use strict';

// Texts of replies arrive taken apart (text, link, menu) and are only ever set as textContent: nothing here writes HTML.

const REFUSALS = {
  'not-following': '请先关注公众号。',
  'platform-busy': '正在推送的消息太多，请稍后再发。',
  'unknown-exchange': '这次往来已不再保留。',
  'cross-site': '只能从本页面操作。',
  'bad-openid': '用户编号不正确。',
  'bad-request': '内容不正确，未发送。',
};

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

const EVENTS = { subscribe: '你已关注公众号', unsubscribe: '你已取消关注' };

const KINDS = [
  ['图片', { type: 'image' }],
  ['语音', { type: 'voice' }],
  ['识别语音', { type: 'voice', fields: { Recognition: '查证书。' } }],
  ['视频', { type: 'video' }],
  ['位置', { type: 'location' }],
  ['链接', { type: 'link' }],
  ['点菜单', { type: 'event', fields: { Event: 'CLICK', EventKey: 'lookup' } }],
  ['扫码', { type: 'event', fields: { Event: 'SCAN', EventKey: '123', Ticket: 'simulated-ticket' } }],
  ['未知类型', { type: 'hologram', fields: { Depth: '3' } }],
  ['未知事件', { type: 'event', fields: { Event: 'brand_new_event' } }],
  ['表情符号', { type: 'text', content: '😀🎓' }],
  ['特殊字符', { type: 'text', content: '<b>粗体</b> & ]]> 结束' }],
];

const FIVE_MINUTES = 5 * 60 * 1000;
const byId = (id) => document.getElementById(id);
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

function element(tag, className, content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}

class Refusal extends Error {}

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (failure) {
    throw new Refusal('连不上服务。');
  }
  const content = response.status === 204 ? null : await response.json().catch(() => null);
  if (!response.ok) throw new Refusal(REFUSALS[content && content.code] || `操作没有成功（${response.status}）。`);
  return content;
}

let toastTimer;
function toast(message) {
  const box = byId('toast');
  box.textContent = message;
  box.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { box.hidden = true; }, 4000);
}

/** Runs an action of the user and says so when it fails. */
function act(action) {
  return async (event) => {
    if (event) event.preventDefault();
    try {
      await action(event);
    } catch (failure) {
      toast(failure instanceof Refusal ? failure.message : '页面出错了，请刷新。');
      if (!(failure instanceof Refusal)) throw failure;
    }
  };
}

// --- Phones

function showPhones() {
  byId('phones').replaceChildren(...phones.map((phone) => {
    const button = element('button', '', phone.name);
    button.type = 'button';
    button.setAttribute('aria-pressed', String(phone.openId === current));
    button.addEventListener('click', () => choose(phone.openId));
    const item = element('li');
    item.append(button);
    return item;
  }));
}

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
  showPhones();
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
  byId('more').hidden = !following;
  if (!following) openMenu(false);
}

// --- Chat

function timeText(at) {
  const time = at.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
  const today = new Date();
  if (at.toDateString() === today.toDateString()) return time;
  return `${at.getMonth() + 1}月${at.getDate()}日 ${time}`;
}

function lookButton(exchange) {
  const button = element('button', 'look', '⇄');
  button.type = 'button';
  button.title = '查看原始往来';
  button.setAttribute('aria-label', '查看这条消息的原始往来');
  button.dataset.exchange = exchange;
  button.setAttribute('aria-pressed', String(exchange === selected));
  button.addEventListener('click', act(() => look(exchange, true)));
  return button;
}

function piece(part) {
  if (part.kind === 'LINK') {
    const link = element('a', '', part.text);
    link.href = part.target;
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
  line.append(' ', lookButton(message.exchange));
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
    bubble.append(...message.parts.map(piece));
  } else {
    bubble.classList.add('other');
    bubble.append(`[${TYPES[message.type] || `未知类型 ${message.type}`}]`);
  }
  line.append(avatar, bubble, lookButton(message.exchange));
  return line;
}

function show(message) {
  const at = new Date(message.at);
  if (at.getTime() - lastTime > FIVE_MINUTES) chat.append(element('li', 'time', timeText(at)));
  lastTime = at.getTime();
  lastNumber = message.number;
  chat.append(message.side === 'SYSTEM' || message.type === 'event' ? grey(message) : bubbleLine(message));
}

async function fetchChat() {
  const asked = generation;
  const view = await call('GET', `phones/${encodeURIComponent(current)}/messages?after=${lastNumber}`);
  if (asked !== generation) return;
  if (broken) location.reload();
  showFollowing(view.phone.following);
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

async function send(draft) {
  await call('POST', `phones/${encodeURIComponent(current)}/messages`, draft);
  // Three attempts take 15 s at most.
  lively = Date.now() + 17000;
  poll();
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
  if (scroll && window.matchMedia('(max-width: 860px)').matches) byId('exchange-card').scrollIntoView();
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

// --- Faults

const faults = byId('faults');

function showFaults(values) {
  let on = 0;
  for (const [key, value] of Object.entries(values)) {
    const input = faults.elements[key];
    if (!input) continue;
    if (input.type === 'checkbox') input.checked = value; else input.value = String(value);
    if (input.tagName === 'SELECT' && input.value !== String(value)) {
      input.append(new Option(String(value), String(value)));
      input.value = String(value);
    }
    const active = value !== 0 && value !== false && value !== 'SAME';
    if (active) on += 1;
    input.closest('label').classList.toggle('changed', active);
  }
  byId('faults-on').hidden = on === 0;
  byId('faults-on').textContent = `${on} 项已开启`;
}

function faultValues() {
  const values = {};
  for (const input of faults.querySelectorAll('[name]')) {
    values[input.name] = input.type === 'checkbox' ? input.checked
      : input.name.startsWith('retry') ? input.value : Number(input.value || 0);
  }
  return values;
}

function state(message) {
  byId('faults-state').textContent = message;
}

faults.addEventListener('submit', (event) => event.preventDefault());
faults.addEventListener('change', act(async () => {
  if (!faults.reportValidity()) return;
  showFaults(await call('PUT', 'faults', faultValues()));
  state('已生效。');
}));
byId('faults-off').addEventListener('click', act(async () => {
  showFaults(await call('PUT', 'faults', {}));
  state('已全部恢复正常。');
}));
byId('expire').addEventListener('click', act(async () => {
  await call('POST', 'faults/expire-tokens');
  state('已发出的 access_token 从现在起过期（42001）。');
}));
byId('verify').addEventListener('click', act(async () => {
  const result = await call('POST', 'verification');
  state(result.good ? '回调地址校验通过。'
    : result.status ? `回调地址校验没有通过（HTTP ${result.status}）。` : '连不上机器人。');
}));

// --- Start

function suggest(suggestion) {
  const button = element('button');
  button.type = 'button';
  button.append(element('b', '', suggestion.label), element('span', '', suggestion.text));
  button.addEventListener('click', () => {
    if (byId('composer').hidden) {
      toast('请先关注公众号。');
      return;
    }
    text.value = suggestion.text;
    grow();
    text.focus();
  });
  const item = element('li');
  item.append(button);
  return item;
}

function showSuggestions(all) {
  byId('suggestions').replaceChildren(...all.map(suggest));
  if (!all.length) byId('try-note').textContent = '暂无示例。';
}

byId('kinds').append(...KINDS.map(([label, draft]) => {
  const button = element('button', '', label);
  button.type = 'button';
  button.addEventListener('click', act(async () => { openKinds(false); await send(draft); }));
  return button;
}));
byId('kinds-toggle').addEventListener('click', () => openKinds(byId('kinds').hidden));
byId('more').addEventListener('click', () => openMenu(byId('more-menu').hidden));
byId('composer').addEventListener('submit', submit);
text.addEventListener('input', grow);
text.addEventListener('keydown', (event) => {
  // While an input method is composing, Enter only chooses the characters.
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') { openMenu(false); openKinds(false); }
});
document.addEventListener('visibilitychange', () => { if (!document.hidden) poll(); });

async function follow(word) {
  await call('POST', `phones/${encodeURIComponent(current)}/${word}`);
  lively = Date.now() + 17000;
  poll();
}
byId('follow').addEventListener('click', act(() => follow('follow')));
byId('unfollow').addEventListener('click', act(() => follow('unfollow')));
byId('add-phone').addEventListener('click', act(async () => {
  const added = await call('POST', 'phones', {});
  phones = await call('GET', 'phones');
  choose(added.openId);
}));

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
  showFaults(await call('GET', 'faults'));
});
start();
