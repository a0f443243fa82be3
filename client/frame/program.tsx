import './program.css';
import { LocationProvider, Route, Router } from 'preact-iso/router';
import { t } from '../catalogue/text.ts';
import { failureText } from '../failureText.ts';
import { ConnectionNote } from '../offline/connectionNote.tsx';
import { notFound, type PageRoute, routes } from '../routes.ts';
import { me, server, start, startFailure } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { ToastRegion } from '../ui/toastRegion.tsx';
import { deferred } from './deferred.tsx';
import { navigationBegins } from './focus.ts';
import { PhoneBar, Rail } from './navigation.tsx';
import { PageLoading } from './pageLoading.tsx';
import { Threshold } from './threshold.tsx';

const pageOf = (route: PageRoute) => {
  const Page = deferred(route.load);
  return (props: { path: string; params: Record<string, string>; query: Record<string, string> }) => (
    <Threshold open={route.open === true} path={props.path}>
      <Page key={props.path} path={props.path} params={props.params} query={props.query} />
    </Threshold>
  );
};

const pages = routes.map((route) => ({ path: route.path, component: pageOf(route) }));
const lost = pageOf(notFound);

function NoAnswer() {
  const failure = startFailure.value;
  return (
    <div class="no-answer" role="alert">
      <h1>{t.frame.noAnswer}</h1>
      <p>{failure && failureText(failure)}</p>
      <Button kind="main" onPress={start}>
        {t.words.tryAgain}
      </Button>
    </div>
  );
}

function Pages() {
  if (startFailure.value) return <NoAnswer />;
  if (me.value === undefined || server.value === undefined) return <PageLoading />;
  return (
    <Router onRouteChange={navigationBegins}>
      {pages.map(({ path, component }) => (
        <Route key={path} path={path} component={component} />
      ))}
      <Route default component={lost} />
    </Router>
  );
}

/** The frame: areas on the left or below, one page, messages. */
export function Program() {
  return (
    <LocationProvider>
      <a class="skip" href="#page">
        {t.frame.skip}
      </a>
      <div class="program">
        <Rail />
        <main id="page" tabIndex={-1}>
          <ConnectionNote />
          <Pages />
        </main>
        <PhoneBar />
      </div>
      <ToastRegion />
    </LocationProvider>
  );
}
