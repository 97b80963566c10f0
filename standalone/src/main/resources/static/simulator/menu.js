// The account's menu at the bottom of the phone, as WeChat draws it: columns, each opening its buttons.
'use strict';

const MENU_EVERY = 10_000;
let shownMenu = '';

function tapMenu(item) {
  return act(async () => {
    closeMenus();
    if (item.type === 'click') {
      await send({ type: 'event', fields: { Event: 'CLICK', EventKey: item.key } });
      return;
    }
    await send({ type: 'event', fields: { Event: item.type === 'view' ? 'VIEW' : 'view_miniprogram', EventKey: item.url } });
    window.open(item.url, '_blank', 'noopener');
  });
}

function closeMenus(except) {
  byId('account-menu').querySelectorAll('ul').forEach((list) => {
    if (list === except) return;
    list.hidden = true;
    list.previousElementSibling.setAttribute('aria-expanded', 'false');
  });
}

function menuButton(item) {
  const tap = element('button', '', item.name);
  tap.type = 'button';
  tap.addEventListener('click', tapMenu(item));
  return tap;
}

function menuColumn(column) {
  const place = element('div', 'column');
  const below = column.sub_button || [];
  if (!below.length) {
    place.append(menuButton(column));
    return place;
  }
  const list = element('ul');
  list.hidden = true;
  list.append(...below.map((item) => {
    const line = element('li');
    line.append(menuButton(item));
    return line;
  }));
  const opener = element('button', 'opens', column.name);
  opener.type = 'button';
  opener.setAttribute('aria-expanded', 'false');
  opener.addEventListener('click', () => {
    closeMenus(list);
    list.hidden = !list.hidden;
    opener.setAttribute('aria-expanded', String(!list.hidden));
  });
  place.append(opener, list);
  return place;
}

async function refreshMenu() {
  const columns = await call('GET', 'menu');
  const bar = byId('account-menu');
  // Who does not follow sees no menu, as there is no chat.
  bar.hidden = !columns.length || byId('composer').hidden;
  const state = JSON.stringify(columns);
  if (state === shownMenu) return;
  shownMenu = state;
  bar.replaceChildren(...columns.map(menuColumn));
}

document.addEventListener('click', (event) => {
  if (!byId('account-menu').contains(event.target)) closeMenus();
});
document.addEventListener('keydown', (event) => { if (event.key === 'Escape') closeMenus(); });
new MutationObserver(() => refreshMenu().catch(() => {})).observe(byId('composer'), { attributes: true, attributeFilter: ['hidden'] });
setInterval(() => { if (!document.hidden) refreshMenu().catch(() => {}); }, MENU_EVERY);
refreshMenu().catch(() => {});
